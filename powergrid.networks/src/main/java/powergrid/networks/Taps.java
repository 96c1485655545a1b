package powergrid.networks;

import java.util.List;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.plugin.ConfigurationException;

/** Tap positions as configurations give them: a list of one for each phase of a regulator. */
final class Taps {
  private Taps() {}

  /**
   * Checks that there is a tap a phase.
   *
   * @param field of the configuration
   * @param phases of the regulator
   * @param taps as given
   * @return an unmodifiable copy
   */
  static List<Integer> checked(String field, Phases phases, List<Integer> taps) {
    if (taps.size() != phases.count()) {
      throw new ConfigurationException(
          field,
          "there "
              + (taps.size() == 1 ? "is 1 tap" : "are " + taps.size() + " taps")
              + "; give "
              + switch (phases.count()) {
                case 1 -> "one, for phase " + phases;
                case 2 -> "two, for phases a and c";
                default -> "three, for phases a, b and c";
              });
    }
    return List.copyOf(taps);
  }

  static PhaseValues of(Phases phases, List<Integer> taps) {
    double[] values = new double[3];
    int next = 0;
    for (int phase = 0; phase < 3; phase++) {
      values[phase] = phases.has(phase) ? taps.get(next++) : 0;
    }
    return new PhaseValues(values[0], values[1], values[2]);
  }
}
