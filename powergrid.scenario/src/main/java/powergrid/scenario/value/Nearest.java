package powergrid.scenario.value;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant. */
public final class Nearest {
  private static final int MAX_EDITS = 2;

  private Nearest() {}

  /**
   * Finds it.
   *
   * @param written a name that is not known
   * @param known the names that are
   * @return the one within two edits (but never all of a short name), else one of which the other
   *     is the beginning
   */
  public static Optional<String> of(String written, Collection<String> known) {
    String lower = written.toLowerCase(Locale.ROOT);
    String nearest = null;
    int least = MAX_EDITS + 1;
    for (String name : known) {
      int edits = edits(lower, name.toLowerCase(Locale.ROOT));
      if (edits < least && edits < Math.min(written.length(), name.length())) {
        least = edits;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest).or(() -> beginning(lower, known));
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

  /** The Levenshtein distance. */
  private static int edits(String a, String b) {
    if (Math.abs(a.length() - b.length()) > MAX_EDITS) {
      return MAX_EDITS + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
