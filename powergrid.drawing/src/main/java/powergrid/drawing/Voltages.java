package powergrid.drawing;

import java.util.Locale;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;

/** A solution's voltages by bus. */
final class Voltages {
  private final Network network;
  private final Solution solution;

  Voltages(Network network, Solution solution) {
    this.network = network;
    this.solution = solution;
  }

  /** Magnitude of a phase, pu; NaN where the phase is absent or without supply. */
  double of(int bus, int phase) {
    double pu = solution.magnitude(3 * bus + phase);
    return network.buses().get(bus).phases().has(phase) && pu > 0 ? pu : Double.NaN;
  }

  /** The magnitude furthest from 1 pu among a bus's phases; NaN without supply. */
  double furthest(int bus) {
    double furthest = Double.NaN;
    for (int phase = 0; phase < 3; phase++) {
      double pu = of(bus, phase);
      if (Double.isNaN(furthest) || Math.abs(pu - 1) > Math.abs(furthest - 1)) {
        furthest = pu;
      }
    }
    return furthest;
  }

  /** What a bus's voltages are called, e.g. {@code 671: a 0.990, b 1.053, c 0.978 pu}. */
  String words(int bus) {
    Bus named = network.buses().get(bus);
    StringBuilder words = new StringBuilder(named.id()).append(':');
    for (int phase = 0; phase < 3; phase++) {
      if (named.phases().has(phase)) {
        words.append(
            String.format(
                Locale.ROOT, " %c %.3f", "abc".charAt(phase), solution.magnitude(3 * bus + phase)));
      }
    }
    return words.append(" pu").toString();
  }
}
