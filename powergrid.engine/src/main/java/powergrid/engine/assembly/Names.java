package powergrid.engine.assembly;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** Lists of names in messages. */
final class Names {
  /** More names than this are not listed. */
  private static final int LISTED = 40;

  private Names() {}

  /** The names there are, in words. */
  static String listed(Collection<String> names) {
    TreeSet<String> sorted = new TreeSet<>(names);
    return sorted.size() <= LISTED
        ? String.join(", ", sorted)
        : String.format(
            Locale.ROOT,
            "%s and %d more",
            String.join(", ", sorted.stream().limit(LISTED).toList()),
            sorted.size() - LISTED);
  }
}
