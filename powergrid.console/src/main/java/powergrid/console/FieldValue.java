package powergrid.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;

/** Reads the settings of {@code solve --set}: a number, a text, or a list such as [6, 4, 6]. */
final class FieldValue {
  private FieldValue() {}

  /**
   * Makes a configuration from assignments.
   *
   * @param assignments texts by field
   * @return the settings, placed by field name
   */
  static Setting.Mapping mapping(Map<String, String> assignments) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    assignments.forEach((name, text) -> fields.put(name, of(name, text)));
    return new Setting.Mapping(new Place("", 0, 0, ""), fields);
  }

  private static Setting of(String field, String text) {
    Place place = new Place("", 0, 0, field);
    if (!text.startsWith("[")) {
      return scalar(place, text);
    }
    if (!text.endsWith("]") || text.indexOf('[', 1) >= 0) {
      throw new WrongInput(
          "--set " + field + "=" + text + ": write a list as [6, 4, 6], without lists in it");
    }
    String inside = text.substring(1, text.length() - 1).strip();
    List<Setting> items = new ArrayList<>();
    if (!inside.isEmpty()) {
      for (String item : inside.split(",", -1)) {
        items.add(scalar(place, item.strip()));
      }
    }
    return new Setting.Sequence(place, items);
  }

  private static Setting.Scalar scalar(Place place, String text) {
    boolean quoted =
        text.length() >= 2
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return new Setting.Scalar(place, quoted ? text.substring(1, text.length() - 1) : text, quoted);
  }
}
