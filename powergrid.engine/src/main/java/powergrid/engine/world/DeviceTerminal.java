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
  private final Feeder feeder;
  private final String bus;
  private final Phases phases;
  private final Connection connection;
  private final int[] nodes;
  private final Section section;
  private boolean metersSource;
  private double ratingMva;
  private VoltageResponse response;
  private Follower follower;
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
  }

  Feeder feeder() {
    return feeder;
  }

  /** The part of the feeder that it is in. */
  Section section() {
    return section;
  }

  /** Has its feeder's solver look for the power that follows its voltage. */
  void follow(ControlledSolver solver) {
    if (response != null) {
      follower = solver.follow(nodes, connection, ratingMva, response);
    }
  }

  /** The share of its nodes, or of its pairs of nodes in delta, that have supply. */
  private double live() {
    if (feeder.blackout()) {
      return 0;
    }
    Solution s = feeder.solution();
    int live = 0;
    for (int node : nodes) {
      if (s.magnitude(node) > 0 && (connection == Connection.WYE || s.magnitude(next(node)) > 0)) {
        live++;
      }
    }
    return (double) live / nodes.length;
  }

  /** The node that a delta pair goes to. */
  private static int next(int node) {
    return node - node % 3 + (node % 3 + 1) % 3;
  }

  boolean metersSource() {
    return metersSource;
  }

  void reset() {
    pMw = 0;
    qMvar = 0;
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
    double[] p = connection == Connection.WYE ? to.pMw() : to.deltaMw();
    double[] q = connection == Connection.WYE ? to.qMvar() : to.deltaMvar();
    double share = 1.0 / nodes.length;
    for (int node : nodes) {
      p[node] += pMw * share;
      q[node] += qMvar * share;
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
    double live = live();
    if (live == 0) {
      return 0;
    }
    return metersSource
        ? feeder.importMw(section())
        : live * (pMw + (follower == null ? 0 : follower.pMw()));
  }

  double realisedMvar() {
    double live = live();
    if (live == 0) {
      return 0;
    }
    if (!metersSource) {
      return live * (qMvar + (follower == null ? 0 : follower.qMvar()));
    }
    Section section = section();
    return section.tie() < 0
        ? feeder.solution().sourceMvar()
        : section.importMvar(feeder.solution());
  }

  double realisedVoltagePu() {
    if (feeder.blackout()) {
      return 0;
    }
    Solution s = feeder.solution();
    double sum = 0;
    for (int node : nodes) {
      if (connection == Connection.WYE) {
        sum += s.magnitude(node);
      } else {
        int other = next(node);
        double re = s.re()[node] - s.re()[other];
        double im = s.im()[node] - s.im()[other];
        sum += Math.sqrt((re * re + im * im) / 3);
      }
    }
    return sum / nodes.length;
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
