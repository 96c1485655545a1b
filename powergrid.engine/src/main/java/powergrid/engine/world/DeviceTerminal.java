package powergrid.engine.world;

import powergrid.api.device.Terminal;
import powergrid.api.network.Connection;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Follower;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.VoltageResponse;

/** A device's nodes in its feeder, and what it injects there. */
public final class DeviceTerminal implements Terminal {
  private static final int NONE = -1;

  private final Feeder feeder;
  private final String bus;
  private final Phases phases;
  private final Connection connection;
  private final int[] nodes;
  private final int[] nodeOfPhase = {NONE, NONE, NONE};
  private final Section section;
  private int shedPriority = Integer.MAX_VALUE;
  private boolean metersSource;
  private double ratingMva;
  private VoltageResponse response;
  private Follower follower;

  /** Null where the device is not grid-forming. */
  private GridForming forming;

  private boolean shed;
  private double pMw;
  private double qMvar;

  /**
   * A terminal.
   *
   * @param feeder it is on
   * @param bus a bus of the feeder's network
   * @param phases that the bus has
   * @param connection wye, or delta on two or three phases
   */
  public DeviceTerminal(Feeder feeder, String bus, Phases phases, Connection connection) {
    this.feeder = feeder;
    this.bus = bus;
    this.phases = phases;
    this.connection = connection;
    section = feeder.section(bus);
    int first = 3 * feeder.network().busIndex(bus);
    nodes =
        connection == Connection.DELTA && phases.count() == 2
            ? new int[] {first + (phases == Phases.AB ? 0 : phases == Phases.BC ? 1 : 2)}
            : java.util.stream.IntStream.range(0, 3)
                .filter(phases::has)
                .map(phase -> first + phase)
                .toArray();
    for (int node : nodes) {
      nodeOfPhase[node % 3] = node;
    }
  }

  /**
   * Lets the device be disconnected when its island is overloaded.
   *
   * @param priority the lowest goes first
   */
  public void shedPriority(int priority) {
    shedPriority = priority;
  }

  int shedPriority() {
    return shedPriority;
  }

  Feeder feeder() {
    return feeder;
  }

  /** The part of the feeder that it is in. */
  Section section() {
    return section;
  }

  /** The bus it is at. */
  String bus() {
    return bus;
  }

  /** Has its feeder's solver look for the power that follows its voltage. */
  void follow(ControlledSolver solver) {
    if (response != null) {
      follower = solver.follow(nodes, connection, ratingMva, this::respond);
    }
  }

  /** Without effect while the device forms its grid or is shed: it injects nothing then. */
  private void respond(double voltagePu, double[] power) {
    if (!forms() && !shed) {
      response.respond(voltagePu, power);
    }
  }

  /** The device as a source; null where it is not grid-forming. */
  GridForming forming() {
    return forming;
  }

  /** Whether it forms its island's voltage in the present solve, alone or with others. */
  boolean forms() {
    return forming != null && forming.active();
  }

  /** Disconnects the device for the coming solve, or connects it again. */
  void shed(boolean now) {
    shed = now;
  }

  boolean shed() {
    return shed;
  }

  boolean metersSource() {
    return metersSource;
  }

  void reset() {
    pMw = 0;
    qMvar = 0;
    shed = false;
    if (forming != null) {
      forming.active(false);
    }
  }

  double pMw() {
    return pMw;
  }

  double qMvar() {
    return qMvar;
  }

  /** Puts back what a snapshot holds. */
  void restore(double p, double q) {
    pMw = p;
    qMvar = q;
  }

  /** Adds what it injects to its nodes. */
  void apply(Injections to) {
    if (forms() || shed) {
      return;
    }
    add(to, pMw);
    double[] q = connection == Connection.WYE ? to.qMvar() : to.deltaMvar();
    double share = 1.0 / nodes.length;
    for (int node : nodes) {
      q[node] += qMvar * share;
    }
  }

  /** Adds active power to its nodes, in equal parts. */
  void add(Injections to, double mw) {
    double[] p = connection == Connection.WYE ? to.pMw() : to.deltaMw();
    double share = 1.0 / nodes.length;
    for (int node : nodes) {
      p[node] += mw * share;
    }
  }

  /** Adds what it injected in the last solve, what followed its voltage included. */
  void applyRealised(Injections to) {
    if (forms() || metersSource) {
      return;
    }
    double[] p = connection == Connection.WYE ? to.pMw() : to.deltaMw();
    double[] q = connection == Connection.WYE ? to.qMvar() : to.deltaMvar();
    for (int phase = 0; phase < 3; phase++) {
      if (nodeOfPhase[phase] != NONE) {
        p[nodeOfPhase[phase]] += realisedMw(phase);
        q[nodeOfPhase[phase]] += realisedMvar(phase);
      }
    }
  }

  /** Takes its nodes out of the injections. */
  void clear(Injections from) {
    double[] p = connection == Connection.WYE ? from.pMw() : from.deltaMw();
    double[] q = connection == Connection.WYE ? from.qMvar() : from.deltaMvar();
    for (int node : nodes) {
      p[node] = 0;
      q[node] = 0;
    }
  }

  double realisedMw() {
    if (forms() || metersSource) {
      return realisedMw(0) + realisedMw(1) + realisedMw(2);
    }
    return liveShare() * injectedMw();
  }

  double realisedMvar() {
    if (forms() || metersSource) {
      return realisedMvar(0) + realisedMvar(1) + realisedMvar(2);
    }
    return liveShare() * injectedMvar();
  }

  /** What the device injects where it has supply, MW. */
  private double injectedMw() {
    return shed ? 0 : pMw + (follower == null ? 0 : follower.pMw());
  }

  private double injectedMvar() {
    return shed ? 0 : qMvar + (follower == null ? 0 : follower.qMvar());
  }

  /** The share of its phases or pairs that have supply; 1 to the bit where all have. */
  private double liveShare() {
    int live = 0;
    for (int node : nodes) {
      live += live(node) ? 1 : 0;
    }
    return (double) live / nodes.length;
  }

  /** Realised power of a phase, or of the pair that begins with it. */
  double realisedMw(int phase) {
    int node = nodeOfPhase[phase];
    if (node == NONE || !live(node)) {
      return 0;
    }
    if (forms()) {
      return forming.mw(feeder.solution(), phase);
    }
    if (metersSource) {
      return feeder.importMw(section, phase);
    }
    return injectedMw() / nodes.length;
  }

  double realisedMvar(int phase) {
    int node = nodeOfPhase[phase];
    if (node == NONE || !live(node)) {
      return 0;
    }
    if (forms()) {
      return forming.mvar(feeder.solution(), phase);
    }
    if (metersSource) {
      return feeder.importMvar(section, phase);
    }
    return injectedMvar() / nodes.length;
  }

  /** Whether a node, or the pair that begins with it, has supply. */
  private boolean live(int node) {
    if (feeder.blackout()) {
      return false;
    }
    Solution s = feeder.solution();
    return powered(s, node) && (connection == Connection.WYE || powered(s, next(node)));
  }

  private static boolean powered(Solution s, int node) {
    return s.re()[node] != 0 || s.im()[node] != 0;
  }

  /** The node that a delta pair goes to. */
  private static int next(int node) {
    return node - node % 3 + (node % 3 + 1) % 3;
  }

  double realisedVoltagePu() {
    double sum = 0;
    for (int phase = 0; phase < 3; phase++) {
      sum += realisedVoltagePu(phase);
    }
    return sum / nodes.length;
  }

  double realisedVoltagePu(int phase) {
    int node = nodeOfPhase[phase];
    if (node == NONE || feeder.blackout()) {
      return 0;
    }
    Solution s = feeder.solution();
    if (connection == Connection.WYE) {
      return s.magnitude(node);
    }
    int other = next(node);
    double re = s.re()[node] - s.re()[other];
    double im = s.im()[node] - s.im()[other];
    return Math.sqrt((re * re + im * im) / 3);
  }

  /** Nominal voltage across it, kV. */
  double kv() {
    double kv = feeder.network().bus(bus).kv();
    return connection == Connection.WYE ? kv / Math.sqrt(3) : kv;
  }

  /** Whether it is connected to a phase, or to the pair that begins with it. */
  boolean connects(int phase) {
    return nodeOfPhase[phase] != NONE;
  }

  @Override
  public Phases phases() {
    return phases;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void inject(double pMw, double qMvar) {
    if (!Double.isFinite(pMw) || !Double.isFinite(qMvar)) {
      throw new IllegalArgumentException("injects " + pMw + " MW, " + qMvar + " MVAr");
    }
    this.pMw = pMw;
    this.qMvar = qMvar;
  }

  @Override
  public void follow(double ratingMva, VoltageResponse response) {
    if (!(ratingMva > 0) || this.response != null) {
      throw new IllegalArgumentException(
          "follows its voltage twice, or with a rating of " + ratingMva + " MVA");
    }
    this.ratingMva = ratingMva;
    this.response = response;
  }

  @Override
  public void formGrid(double voltagePu, double ratingMva) {
    if (phases != Phases.ABC || connection != Connection.WYE) {
      throw new ConfigurationException(
          "gridForming",
          "a grid-forming device needs phases a, b and c in wye, and this one is on "
              + phases
              + (connection == Connection.WYE ? "" : " in delta"));
    }
    if (!(voltagePu > 0 && ratingMva > 0 && ratingMva < Double.POSITIVE_INFINITY)
        || forming != null) {
      throw new IllegalArgumentException(
          "forms its grid twice, or at " + voltagePu + " pu with " + ratingMva + " MVA");
    }
    forming = new GridForming(voltagePu, ratingMva);
  }

  @Override
  public void carry(double minMw, double maxMw) {
    if (!(minMw <= maxMw)) {
      throw new IllegalArgumentException("carries from " + minMw + " to " + maxMw + " MW");
    }
    if (forming != null) {
      forming.carry(minMw, maxMw);
    }
  }

  @Override
  public void meterSource() {
    Network network = feeder.network();
    if (section().tie() >= 0) {
      if (section().fedAt(bus)) {
        metersSource = true;
        return;
      }
      throw new ConfigurationException("bus", "bus " + bus + " is not where its microgrid is fed");
    }
    for (Source source : network.sources()) {
      if (source.bus().equals(bus)) {
        metersSource = true;
        return;
      }
    }
    throw new ConfigurationException(
        "bus",
        "bus "
            + bus
            + " is not a source of "
            + network.name()
            + "; use bus "
            + String.join(" or ", network.sources().stream().map(Source::bus).toList()));
  }
}
