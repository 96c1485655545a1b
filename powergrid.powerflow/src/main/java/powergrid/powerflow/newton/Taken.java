package powergrid.powerflow.newton;

import java.util.Arrays;
import powergrid.api.network.Generator;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;

/**
 * What is taken at the nodes in one phase, in per unit: the network's loads by their models, and
 * generators and injections negatively. With u the voltage in units of rated, a load takes its
 * rated power times u² · w, where w is 1/u² for constant power, 1/u for constant current and 1 for
 * constant impedance; below a limit and above another, w stays at what it is there. Injections and
 * generators that do not control voltage are constant powers. What is without supply takes nothing.
 */
final class Taken {
  private final Nodes nodes;
  private final Network network;
  private final Injections injections;
  private final int[] keptNode;

  /** How many loads; of what draws, they come first, then generators, then injections. */
  final int loads;

  /** How many draw, supplied or not. */
  int count;

  /** By what draws: its bus. */
  final int[] bus;

  /** By what draws: its node; −1 without supply. */
  private final int[] node;

  private final LoadModel[] model;
  private final double[] k2;
  private final double[] nominalP;
  private final double[] nominalQ;
  private final double[] ratedP;
  private final double[] ratedQ;
  private final double[] least2;
  private final double[] floor2;
  private final double[] ceiling2;

  /** By what draws: what it took, of its rated power. */
  private final double[] share;

  /** By node: what is taken. */
  double[] p = {};

  double[] q = {};

  /** By node: its derivatives with respect to the voltage's relative length. */
  double[] growthP = {};

  double[] growthQ = {};
  private double unsupplied;

  Taken(Nodes nodes, SetPoints setPoints, Injections injections) {
    this.nodes = nodes;
    this.injections = injections;
    network = nodes.net.network;
    keptNode = setPoints.keptNode;
    loads = network.loads().size();
    int generators = network.generators().size();
    int capacity = loads + generators + network.buses().size();
    bus = new int[capacity];
    node = new int[capacity];
    model = new LoadModel[capacity];
    k2 = new double[capacity];
    nominalP = new double[loads + generators];
    nominalQ = new double[loads + generators];
    ratedP = new double[capacity];
    ratedQ = new double[capacity];
    least2 = new double[capacity];
    floor2 = new double[capacity];
    ceiling2 = new double[capacity];
    share = new double[capacity];
    Arrays.fill(model, LoadModel.POWER);
    Arrays.fill(ceiling2, Double.POSITIVE_INFINITY);
    for (int i = 0; i < loads; i++) {
      Load load = network.loads().get(i);
      bus[i] = network.busIndex(load.bus());
      model[i] = load.model();
      nominalP[i] = load.mw().sum() / 3;
      nominalQ[i] = load.mvar().sum() / 3;
      least2[i] = load.minPu() * load.minPu();
      ceiling2[i] = load.maxPu() * load.maxPu();
    }
    for (int i = 0; i < generators; i++) {
      Generator generator = network.generators().get(i);
      bus[loads + i] = network.busIndex(generator.bus());
      nominalP[loads + i] = -generator.mw() / 3;
      nominalQ[loads + i] = -generator.mvar() / 3;
    }
  }

  /** Makes room for the nodes. */
  void connect() {
    p = new double[nodes.nodes];
    q = new double[nodes.nodes];
    growthP = new double[nodes.nodes];
    growthQ = new double[nodes.nodes];
  }

  /**
   * Takes over the scales of the loads and the power injected.
   *
   * @param lowest the voltage below which loads turn into constant impedances, pu of rated
   */
  void update(double lowest) {
    double[] scale = injections.loadScale();
    unsupplied = 0;
    count = 0;
    for (int i = 0; i < loads; i++) {
      draw(scale[i] * nominalP[i], scale[i] * nominalQ[i], lowest);
      unsupplied += node[i] < 0 ? 3 * ratedP[i] : 0;
    }
    for (int g = 0; g < keptNode.length; g++) {
      draw(nominalP[count], keptNode[g] >= 0 ? 0 : nominalQ[count], lowest);
      if (keptNode[g] >= 0) {
        floor2[count - 1] = 0;
      }
    }
    for (int i = 0; i < nodes.node.length; i++) {
      double mw = injected(injections.pMw(), i) + injected(injections.deltaMw(), i);
      double mvar = injected(injections.qMvar(), i) + injected(injections.deltaMvar(), i);
      if (mw != 0 || mvar != 0) {
        bus[count] = i;
        draw(-mw, -mvar, lowest);
      }
    }
  }

  private double injected(double[] power, int i) {
    double a = power[3 * i];
    double b = power[3 * i + 1];
    double c = power[3 * i + 2];
    if ((a != b || a != c) && Balance.unequal(a, b, c, 0)) {
      throw new IllegalStateException(
          "bus "
              + network.buses().get(i).id()
              + " has unequal power injected on its phases: "
              + a
              + ", "
              + b
              + " and "
              + c
              + "; the balanced method needs equal ones: use a three-phase method");
    }
    return a;
  }

  private void draw(double mw, double mvar, double lowest) {
    int i = count++;
    int at = bus[i];
    node[i] = nodes.node[at];
    k2[i] = nodes.kRe[at] * nodes.kRe[at] + nodes.kIm[at] * nodes.kIm[at];
    ratedP[i] = mw;
    ratedQ[i] = mvar;
    floor2[i] = Math.max(lowest * lowest, least2[i]);
    share[i] = 0;
  }

  /**
   * Works out what is taken, and how that grows with the voltages.
   *
   * @param square by node: its voltage squared
   */
  void at(double[] square) {
    Arrays.fill(p, 0);
    Arrays.fill(q, 0);
    Arrays.fill(growthP, 0);
    Arrays.fill(growthQ, 0);
    for (int i = 0; i < count; i++) {
      int n = node[i];
      if (n < 0) {
        continue;
      }
      double u2 = k2[i] * square[n];
      double growth;
      if (u2 >= floor2[i] && u2 <= ceiling2[i]) {
        boolean power = model[i] == LoadModel.POWER;
        boolean current = model[i] == LoadModel.CURRENT;
        share[i] = power ? 1 : current ? Math.sqrt(u2) : u2;
        growth = power ? 0 : current ? share[i] : 2 * u2;
      } else {
        double limit2 = u2 > ceiling2[i] ? ceiling2[i] : floor2[i];
        share[i] = u2 * weight(model[i], limit2);
        growth = 2 * share[i];
      }
      p[n] += share[i] * ratedP[i];
      q[n] += share[i] * ratedQ[i];
      growthP[n] += growth * ratedP[i];
      growthQ[n] += growth * ratedQ[i];
    }
  }

  private static double weight(LoadModel model, double u2) {
    return model == LoadModel.POWER ? 1 / u2 : model == LoadModel.CURRENT ? 1 / Math.sqrt(u2) : 1;
  }

  /** What one took, MW a phase; of a load, if it has supply. */
  double tookP(int i) {
    return share[i] * ratedP[i];
  }

  /** What one took, MVAr a phase. */
  double tookQ(int i) {
    return share[i] * ratedQ[i];
  }

  /** What loads without supply would take at rated voltage, MW. */
  double unsuppliedMw() {
    return unsupplied;
  }

  /** How many loads' phases are impedances because all are at their voltage. */
  int lowLoads(double[] square) {
    return low(square, 0, loads);
  }

  /** How many generators' and injections' phases are. */
  int lowInjections(double[] square) {
    return low(square, loads, count);
  }

  private int low(double[] square, int from, int to) {
    int low = 0;
    for (int i = from; i < to; i++) {
      boolean limited = model[i] != LoadModel.IMPEDANCE && floor2[i] > least2[i];
      low += node[i] >= 0 && limited && k2[i] * square[node[i]] < floor2[i] ? 3 : 0;
    }
    return low;
  }
}
