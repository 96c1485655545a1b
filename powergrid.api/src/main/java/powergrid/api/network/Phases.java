package powergrid.api.network;

/** A set of phases, at least one. */
public enum Phases {
  /** Phase a. */
  A(1),
  /** Phase b. */
  B(2),
  /** Phases a and b. */
  AB(3),
  /** Phase c. */
  C(4),
  /** Phases a and c. */
  AC(5),
  /** Phases b and c. */
  BC(6),
  /** All three. */
  ABC(7);

  private static final Phases[] BY_BITS = {null, A, B, AB, C, AC, BC, ABC};

  private final int bits;

  Phases(int bits) {
    this.bits = bits;
  }

  /**
   * Reads a set of phases.
   *
   * @param text letters a, b and c in any order and case, each once
   * @return the set
   * @throws IllegalArgumentException with what would be right
   */
  public static Phases of(String text) {
    int bits = 0;
    for (char c : text.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
      int bit = c >= 'a' && c <= 'c' ? 1 << (c - 'a') : 0;
      if (bit == 0 || (bits & bit) != 0) {
        throw new IllegalArgumentException(
            "'"
                + text
                + "' is no set of phases: use letters a, b and c, each once, e.g. abc or bc");
      }
      bits |= bit;
    }
    if (bits == 0) {
      throw new IllegalArgumentException("no phases: use letters a, b and c, e.g. abc or bc");
    }
    return BY_BITS[bits];
  }

  /**
   * The set of the phases whose bits are set.
   *
   * @param bits 1 for a, 2 for b, 4 for c, summed; 1 to 7
   * @return the set
   */
  public static Phases ofBits(int bits) {
    return BY_BITS[bits];
  }

  /**
   * The set as bits.
   *
   * @return 1 for a, 2 for b, 4 for c, summed
   */
  public int bits() {
    return bits;
  }

  /**
   * How many phases.
   *
   * @return 1 to 3
   */
  public int count() {
    return Integer.bitCount(bits);
  }

  /**
   * Whether a phase is in the set.
   *
   * @param phase 0 for a, 1 for b, 2 for c
   * @return true if it is
   */
  public boolean has(int phase) {
    return (bits & (1 << phase)) != 0;
  }

  /**
   * Whether all of another set are in this one.
   *
   * @param other the other
   * @return true if they are
   */
  public boolean contains(Phases other) {
    return (bits & other.bits) == other.bits;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
