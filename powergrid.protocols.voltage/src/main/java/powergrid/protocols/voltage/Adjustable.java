package powergrid.protocols.voltage;

import java.util.HashSet;
import java.util.List;
import powergrid.api.agent.Self;
import powergrid.api.plugin.ConfigurationException;

/** Which settings of a curve are components of the parent's action; others stay as configured. */
final class Adjustable {
  private Adjustable() {}

  /**
   * What may be adjusted.
   *
   * @param chosen as configured
   * @param fixed whether nothing is adjusted
   * @param possible names of the settings that there are
   * @return the order of the action's components
   */
  static List<String> checked(List<String> chosen, boolean fixed, List<String> possible) {
    if (fixed) {
      return List.of();
    }
    String of = String.join(", ", possible);
    if (chosen.isEmpty()) {
      throw new ConfigurationException(
          "adjustable", "is empty: name some of " + of + ", or write fixed: true");
    }
    for (String name : chosen) {
      if (!possible.contains(name)) {
        throw new ConfigurationException(
            "adjustable", "'" + name + "' is no setting that can be adjusted; there are " + of);
      }
    }
    if (new HashSet<>(chosen).size() < chosen.size()) {
      throw new ConfigurationException(
          "adjustable", chosen + " names a setting twice; name each once");
    }
    return List.copyOf(chosen);
  }

  /** A setting's present value: the parent's action, where that has it. */
  static double value(Self parent, List<String> adjustable, String setting, double configured) {
    int axis = adjustable.indexOf(setting);
    return axis < 0 ? configured : parent.action(axis);
  }
}
