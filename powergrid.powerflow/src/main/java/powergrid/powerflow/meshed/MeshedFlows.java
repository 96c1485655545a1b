package powergrid.powerflow.meshed;

import java.util.Arrays;
import powergrid.api.network.Regulator;
import powergrid.api.network.Transformer;
import powergrid.api.powerflow.Solution;
import powergrid.powerflow.model.NoLoad;
import powergrid.powerflow.model.PerUnit;
import powergrid.powerflow.model.Phasors;

/**
 * Turns voltages into the currents at the branches' ends, in ampere: those with an impedance from
 * their admittances, those without from what is drawn beyond them.
 */
final class MeshedFlows {
  private final PerUnit net;
  private final Nodal nodal;
  private final Primitive primitive;
  private final NoLoad noLoad;
  private final int[] degree;
  private final boolean[] gone;
  private final double[] drawnRe;
  private final double[] drawnIm;
  private boolean[] closed = {};
  private boolean[] on = {};

  MeshedFlows(PerUnit net, Nodal nodal) {
    this.net = net;
    this.nodal = nodal;
    primitive = new Primitive(net);
    noLoad = new NoLoad(net);
    degree = new int[3 * net.buses()];
    gone = new boolean[3 * net.branches()];
    drawnRe = new double[3 * net.buses()];
    drawnIm = new double[3 * net.buses()];
  }

  /** Takes over how branches and capacitors are switched. */
  void connect(boolean[] nowClosed, boolean[] nowOn) {
    closed = nowClosed;
    on = nowOn;
  }

  void clear(Solution solution) {
    Arrays.fill(solution.currentRe(), 0);
    Arrays.fill(solution.currentIm(), 0);
    Arrays.fill(solution.toCurrentRe(), 0);
    Arrays.fill(solution.toCurrentIm(), 0);
  }

  /** Writes the currents; the solution's voltages are written already. */
  void write(Phasors x, int[] node, int[] taps, Solution solution) {
    clear(solution);
    for (int i = 0; i < node.length; i++) {
      drawnRe[i] = node[i] < 0 ? 0 : x.i[2 * node[i]];
      drawnIm[i] = node[i] < 0 ? 0 : x.i[2 * node[i] + 1];
    }
    for (int e = 0; e < net.branches(); e++) {
      if (closed[e] && !nodal.ideal(e)) {
        admittance(e, taps, solution);
      }
    }
    nodal.drawOfCapacitors(on, solution, drawnRe, drawnIm);
    joints(taps, solution);
    for (int e = 0; e < net.branches(); e++) {
      if (closed[e]) {
        // drawn at the nodes already: only the branch's own currents are left to complete
        noLoad.addTo(solution, e);
      }
    }
  }

  private void admittance(int e, int[] taps, Solution solution) {
    int from = net.from[e];
    int to = net.to[e];
    int carried = net.phases[e] & nodal.energised().live[from] & nodal.energised().live[to];
    boolean transformer = net.network.branches().get(e) instanceof Transformer;
    if (carried == 0 && !transformer || !primitive.of(e, carried, taps)) {
      return;
    }
    for (int i = 0; i < 6; i++) {
      double re = 0;
      double im = 0;
      for (int j = 0; j < 6; j++) {
        int at = 3 * (j < 3 ? from : to) + j % 3;
        double yr = primitive.yRe[6 * i + j];
        double yi = primitive.yIm[6 * i + j];
        re += yr * solution.re()[at] - yi * solution.im()[at];
        im += yr * solution.im()[at] + yi * solution.re()[at];
      }
      int bus = i < 3 ? from : to;
      int at = 3 * bus + i % 3;
      if (nodal.group[at] >= 0) {
        drawnRe[at] += re;
        drawnIm[at] += im;
        double ampere = net.busAmpere[bus];
        (i < 3 ? solution.currentRe() : solution.toCurrentRe())[3 * e + i % 3] = ampere * re;
        (i < 3 ? solution.currentIm() : solution.toCurrentIm())[3 * e + i % 3] = ampere * im;
      }
    }
  }

  /** Peels the trees of joints from their leaves; what is left at a source is what it supplies. */
  private void joints(int[] taps, Solution solution) {
    Joined joined = nodal.joined();
    Arrays.fill(degree, 0);
    for (int k = 0; k < joined.count; k++) {
      degree[from(joined.joints[k])]++;
      degree[to(joined.joints[k])]++;
      gone[k] = false;
    }
    for (int source = 0; source < net.network.sources().size(); source++) {
      if (nodal.energised().supplies[source]) {
        int bus = net.network.busIndex(net.network.sources().get(source).bus());
        for (int phase = 0; phase < 3; phase++) {
          degree[3 * bus + phase] += 2; // never a leaf
        }
      }
    }
    int left = joined.count;
    while (left > 0) {
      int before = left;
      for (int k = 0; k < joined.count; k++) {
        int joint = joined.joints[k];
        if (!gone[k] && (degree[from(joint)] == 1 || degree[to(joint)] == 1)) {
          pass(joint, taps, solution);
          gone[k] = true;
          degree[from(joint)]--;
          degree[to(joint)]--;
          left--;
        }
      }
      if (left == before) {
        throw new AssertionError("joints that form no tree");
      }
    }
  }

  private int from(int joint) {
    return 3 * net.from[joint / 3] + joint % 3;
  }

  private int to(int joint) {
    return 3 * net.to[joint / 3] + joint % 3;
  }

  private void pass(int joint, int[] taps, Solution solution) {
    int e = joint / 3;
    Regulator regulator = net.regulator(e);
    double ratio =
        net.ratio[e] * (regulator == null ? 1 : Primitive.boost(regulator, e, joint % 3, taps));
    boolean leafIsTo = degree[to(joint)] == 1;
    int leaf = leafIsTo ? to(joint) : from(joint);
    int other = leafIsTo ? from(joint) : to(joint);
    double gain = leafIsTo ? ratio : 1 / ratio;
    double re = drawnRe[leaf];
    double im = drawnIm[leaf];
    drawnRe[other] += gain * re;
    drawnIm[other] += gain * im;
    double leafAmpere = net.busAmpere[leaf / 3];
    double otherAmpere = net.busAmpere[other / 3] * gain;
    double[] leafRe = leafIsTo ? solution.toCurrentRe() : solution.currentRe();
    double[] leafIm = leafIsTo ? solution.toCurrentIm() : solution.currentIm();
    double[] otherRe = leafIsTo ? solution.currentRe() : solution.toCurrentRe();
    double[] otherIm = leafIsTo ? solution.currentIm() : solution.toCurrentIm();
    leafRe[joint] = -leafAmpere * re;
    leafIm[joint] = -leafAmpere * im;
    otherRe[joint] = otherAmpere * re;
    otherIm[joint] = otherAmpere * im;
  }
}
