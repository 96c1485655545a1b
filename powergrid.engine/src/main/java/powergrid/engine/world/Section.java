package powergrid.engine.world;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;

/**
 * The part of a feeder that one grid agent answers for: an attached microgrid's own network behind
 * its tie, or all that is not attached.
 */
final class Section {
  private static final int NO_TIE = -1;

  private final String prefix;

  /** Prefixes of the other sections. */
  private final List<String> others;

  private final String sourceBus;
  private final int tie;
  private final int tieNode;

  /** Nominal voltage to neutral where the tie is fed, MV: MW for one per unit and one ampere. */
  private final double megawatts;

  private final int[] loadNode;
  private final double[] loadMw;
  private final int[] load;
  private int servedBy = -1;
  private double notServedMwh;

  /**
   * A section.
   *
   * @param network of the feeder
   * @param prefix of its names; empty for what is not attached
   * @param prefixes of all sections
   * @param sourceBus where an attached section is fed; empty for what is not attached
   */
  Section(Network network, String prefix, List<String> prefixes, String sourceBus) {
    this.prefix = prefix;
    others = prefixes.stream().filter(p -> !p.isEmpty() && !p.equals(prefix)).toList();
    this.sourceBus = sourceBus;
    int found = NO_TIE;
    for (int e = 0; e < network.branches().size() && !prefix.isEmpty(); e++) {
      found = network.branches().get(e).id().equals(prefix + Feeder.TIE) ? e : found;
    }
    tie = found;
    String fedFrom = tie < 0 ? "" : network.branches().get(tie).from();
    tieNode = 3 * network.busIndex(fedFrom);
    megawatts = tie < 0 ? 0 : network.bus(fedFrom).kv() / Math.sqrt(3) / 1000;
    int n = 0;
    int[] nodes = new int[3 * network.loads().size()];
    double[] mw = new double[nodes.length];
    int[] index = new int[nodes.length];
    for (int i = 0; i < network.loads().size(); i++) {
      Load each = network.loads().get(i);
      boolean own = has(each.id());
      for (int phase = 0; own && phase < 3; phase++) {
        if (each.mw().get(phase) != 0) {
          nodes[n] = 3 * network.busIndex(each.bus()) + phase;
          mw[n] = each.mw().get(phase);
          index[n++] = i;
        }
      }
    }
    loadNode = Arrays.copyOf(nodes, n);
    loadMw = Arrays.copyOf(mw, n);
    load = Arrays.copyOf(index, n);
  }

  String prefix() {
    return prefix;
  }

  /** Names who bears what energy not served costs: who meters its supply, else the first grid. */
  void servedBy(int agent, boolean meters) {
    if (servedBy < 0 || meters) {
      servedBy = agent;
    }
  }

  /** An agent's index; −1 where nobody answers for it. */
  int servedBy() {
    return servedBy;
  }

  /** The tie through which it is fed; −1 for what is not attached. */
  int tie() {
    return tie;
  }

  /** Whether a bus is where it can be metered. */
  boolean fedAt(String bus) {
    return bus.equals(prefix + sourceBus);
  }

  /** The first node of the bus where it is fed. */
  int fedNode(Network network) {
    return 3 * network.busIndex(prefix + sourceBus);
  }

  /** Whether what has a name is in it: a bus, a load. */
  boolean has(String id) {
    return prefix.isEmpty() ? others.stream().noneMatch(id::startsWith) : id.startsWith(prefix);
  }

  /** Books energy that its loads on phases without supply did not get. */
  void bookDark(Solution solution, double[] loadScale, double hours) {
    double mwNow = 0;
    for (int k = 0; k < loadNode.length; k++) {
      int node = loadNode[k];
      if (solution.re()[node] == 0 && solution.im()[node] == 0) {
        mwNow += loadScale[load[k]] * loadMw[k];
      }
    }
    notServedMwh = mwNow * hours;
  }

  /** Books that none of its loads gets anything. */
  void bookBlackout(double[] loadScale, double hours, boolean more) {
    double mwNow = 0;
    for (int k = 0; k < loadNode.length; k++) {
      mwNow += loadScale[load[k]] * loadMw[k];
    }
    notServedMwh = (more ? notServedMwh : 0) + mwNow * hours;
  }

  void bookServed() {
    notServedMwh = 0;
  }

  double notServedMwh() {
    return notServedMwh;
  }

  void notServedMwh(double mwh) {
    notServedMwh = mwh;
  }

  /** Power through a phase of the tie from the feeder, MW; the flows are written. */
  double importMw(Solution s, int phase) {
    int node = tieNode + phase;
    int i = 3 * tie + phase;
    return megawatts * (s.re()[node] * s.currentRe()[i] + s.im()[node] * s.currentIm()[i]);
  }

  /** Reactive power through a phase of the tie from the feeder, MVAr. */
  double importMvar(Solution s, int phase) {
    int node = tieNode + phase;
    int i = 3 * tie + phase;
    return megawatts * (s.im()[node] * s.currentRe()[i] - s.re()[node] * s.currentIm()[i]);
  }
}
