package powergrid.networks;

import java.util.stream.Stream;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;

/** Rated power of a feeder's loads and capacitors by phase, or from it to the next: kW, kvar. */
record RatedTotals(PhaseValues kw, PhaseValues kvar, PhaseValues capacitorsKvar) {
  static RatedTotals of(Network network) {
    return new RatedTotals(
        sum(network.loads().stream().map(Load::mw)),
        sum(network.loads().stream().map(Load::mvar)),
        sum(network.capacitors().stream().map(Capacitor::mvar)));
  }

  private static PhaseValues sum(Stream<PhaseValues> mega) {
    double[] kilo = new double[3];
    mega.forEach(
        v -> {
          for (int phase = 0; phase < 3; phase++) {
            kilo[phase] += 1000 * v.get(phase);
          }
        });
    return new PhaseValues(rounded(kilo[0]), rounded(kilo[1]), rounded(kilo[2]));
  }

  /** Tables are in whole kW: what is beyond a millionth of one is the sum's rounding. */
  private static double rounded(double kilo) {
    return Math.rint(1e6 * kilo) / 1e6;
  }
}
