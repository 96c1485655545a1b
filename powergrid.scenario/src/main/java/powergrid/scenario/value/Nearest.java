package powergrid.scenario.value;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant. */
public final class Nearest {
  private static final int MAX_EDITS = 2;

  /** Two edits of four letters are another word: taps is no slip for type. */
  private static final int SHORT = 4;

  private Nearest() {}

  /**
   * Finds it.
   *
   * @param written a name that is not known
   * @param known the names that are
   * @return a slip of the pen, else a name of which the other is the beginning
   */
  public static Optional<String> of(String written, Collection<String> known) {
    return slip(written, known).or(() -> beginning(written.toLowerCase(Locale.ROOT), known));
  }

  /**
   * Finds it among names that differ by little.
   *
   * @param written a name that is not known
   * @param known the names that are
   * @return the nearest within two edits, one where a name is short
   */
  public static Optional<String> slip(String written, Collection<String> known) {
    String lower = written.toLowerCase(Locale.ROOT);
    String nearest = null;
    int least = MAX_EDITS + 1;
    for (String name : known) {
      int shorter = Math.min(written.length(), name.length());
      int longer = Math.max(written.length(), name.length());
      if (longer - shorter < least) {
        int edits = edits(lower, name.toLowerCase(Locale.ROOT));
        if (edits < least && edits <= (shorter <= SHORT ? 1 : MAX_EDITS) && edits < shorter) {
          least = edits;
          nearest = name;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * The end of a message that asks for it.
   *
   * @param written a name that is not known
   * @param known the names that are
   * @param otherwise the end where none is near
   * @return {@code ; did you mean 'x'?} or the other
   */
  public static String ask(String written, Collection<String> known, String otherwise) {
    return of(written, known).map(name -> "; did you mean '" + name + "'?").orElse(otherwise);
  }

  private static Optional<String> beginning(String lower, Collection<String> known) {
    return known.stream()
        .filter(
            name -> {
              String other = name.toLowerCase(Locale.ROOT);
              int shorter = Math.min(lower.length(), other.length());
              return shorter >= 2 && (other.startsWith(lower) || lower.startsWith(other));
            })
        .findFirst();
  }

  /** The Levenshtein distance, where two neighbours changing places count as one edit. */
  private static int edits(String a, String b) {
    int[][] least = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        least[i][j] = i == 0 || j == 0 ? i + j : edits(a, b, least, i, j);
      }
    }
    return least[a.length()][b.length()];
  }

  private static int edits(String a, String b, int[][] least, int i, int j) {
    int replaced = least[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int edits = Math.min(replaced, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(edits, least[i - 2][j - 2] + 1) : edits;
  }
}
