package powergrid.api.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a mistake once that several microgrids have because they are written in one place: as
 * copies of a template, or by an alias. The one that is told names the others.
 */
final class OnceForAll {
  private static final Pattern MICROGRID = Pattern.compile("microgrids\\.([^.]+)(\\..*)?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final String THIS = "{this}";
  private static final int MOST_NAMED = 4;

  /**
   * What a mistake has in common with those of other microgrids.
   *
   * @param place without the microgrid in its path
   * @param message as it is, or without the microgrid and its number
   */
  private record Mould(Place place, String message) {}

  private OnceForAll() {}

  /** The mistakes without those that were told before, in order. */
  static List<Mistake> told(List<Mistake> mistakes) {
    Map<Object, List<Mistake>> moulds = new HashMap<>();
    List<List<Mistake>> groups = new ArrayList<>();
    for (Mistake mistake : mistakes) {
      Object same = mould(mistake, false);
      Object alike = mould(mistake, true);
      List<Mistake> group = moulds.getOrDefault(same, moulds.get(alike));
      if (group == null) {
        group = new ArrayList<>();
        groups.add(group);
        moulds.put(same, group);
        moulds.put(alike, group);
      }
      group.add(mistake);
    }
    return groups.stream().map(OnceForAll::one).toList();
  }

  private static Object mould(Mistake mistake, boolean loose) {
    Place place = mistake.place();
    Matcher path = MICROGRID.matcher(place.path());
    if (!path.matches()) {
      return mistake;
    }
    String rest = path.group(2) == null ? "" : path.group(2);
    return new Mould(
        new Place(place.file(), place.line(), place.column(), rest),
        loose ? without(path.group(1), mistake.message()) : mistake.message());
  }

  /** A message without an id and, apart from other digits, the numbers in the id. */
  private static String without(String id, String message) {
    String text = message.replace(id, THIS);
    Matcher number = NUMBER.matcher(id);
    while (number.find()) {
      text = text.replaceAll("(?<![0-9])" + number.group() + "(?![0-9])", THIS);
    }
    return text;
  }

  private static Mistake one(List<Mistake> alike) {
    Mistake first = alike.get(0);
    List<String> others = alike.stream().map(OnceForAll::microgrid).distinct().skip(1).toList();
    return others.isEmpty()
        ? first
        : new Mistake(first.place(), first.message() + " (also in " + names(others) + ")");
  }

  private static String microgrid(Mistake mistake) {
    Matcher path = MICROGRID.matcher(mistake.place().path());
    return path.matches() ? path.group(1) : "";
  }

  private static String names(List<String> ids) {
    int n = ids.size();
    return n <= MOST_NAMED
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, MOST_NAMED - 1))
            + ", …, "
            + ids.get(n - 1)
            + ": "
            + n
            + " more";
  }
}
