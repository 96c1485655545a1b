package powergrid.powerflow.sweep;

import powergrid.api.network.Transformer;
import powergrid.api.powerflow.Solution;
import powergrid.powerflow.model.PerUnit;

/** What transformers' no-load admittances draw at their ends, in ampere. */
final class NoLoadCurrents {
  private final PerUnit net;

  /**
   * For a network.
   *
   * @param net in per unit
   */
  NoLoadCurrents(PerUnit net) {
    this.net = net;
  }

  /**
   * Adds a transformer's no-load currents to those at its ends.
   *
   * @param solution with its voltages written
   * @param e a branch
   */
  void addTo(Solution solution, int e) {
    if (net.noLoadG[e] == 0 && net.noLoadB[e] == 0) {
      return;
    }
    Transformer t = (Transformer) net.network.branches().get(e);
    double mva = t.mva() / t.phases().count();
    for (int unit = 0; unit < 3; unit++) {
      if (t.phases().has(unit)) {
        magnetise(
            e,
            net.from[e],
            t.fromStart(unit),
            t.fromFinish(unit),
            mva / (t.fromKv() * t.fromKv()),
            solution,
            solution.currentRe(),
            solution.currentIm());
        magnetise(
            e,
            net.to[e],
            t.toStart(unit),
            t.toFinish(unit),
            mva / (t.toKv() * t.toKv()),
            solution,
            solution.toCurrentRe(),
            solution.toCurrentIm());
      }
    }
  }

  private void magnetise(
      int e,
      int bus,
      int start,
      int finish,
      double siemensAtKv,
      Solution solution,
      double[] currentRe,
      double[] currentIm) {
    double kv = net.network.buses().get(bus).kv();
    double scale = siemensAtKv * kv * kv * net.busAmpere[bus] / (finish < 0 ? 1 : 3);
    double re = solution.re()[3 * bus + start];
    double im = solution.im()[3 * bus + start];
    if (finish >= 0) {
      re -= solution.re()[3 * bus + finish];
      im -= solution.im()[3 * bus + finish];
    }
    double ampereRe = scale * (net.noLoadG[e] * re - net.noLoadB[e] * im);
    double ampereIm = scale * (net.noLoadG[e] * im + net.noLoadB[e] * re);
    currentRe[3 * e + start] += ampereRe;
    currentIm[3 * e + start] += ampereIm;
    if (finish >= 0) {
      currentRe[3 * e + finish] -= ampereRe;
      currentIm[3 * e + finish] -= ampereIm;
    }
  }
}
