package powergrid.networks.pandapower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What elements are called: by their name where no other of these elements has it, else by kind and
 * index, e.g. {@code line 3}; pandapower itself knows them by index only. Buses without a name of
 * their own are called by their index alone.
 */
final class Names {
  private final Map<String, Integer> uses = new HashMap<>();

  /** Names of the elements among which they must differ. */
  Names(List<Element> elements) {
    for (Element element : elements) {
      uses.merge(element.text("name", ""), 1, Integer::sum);
      uses.merge(element.toString(), 1, Integer::sum);
    }
  }

  /** What an element is called. */
  String of(Element element) {
    String name = element.text("name", "");
    return !name.isBlank() && uses.getOrDefault(name, 0) == 1 ? name : element.toString();
  }
}
