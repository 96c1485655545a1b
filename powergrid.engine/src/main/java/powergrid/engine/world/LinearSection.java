package powergrid.engine.world;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import powergrid.api.agent.Agent;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.planning.LinearNetwork;
import powergrid.api.powerflow.Solution;

/**
 * A section of a feeder, linear about its last solution: central differences of solves on the side,
 * so that nothing that happens depends on what was asked.
 */
final class LinearSection implements LinearNetwork {
  /** How far from the solution it looks, as a share of what the feeder's loads are rated at. */
  private static final double STEP = 1e-2;

  private final Feeder feeder;
  private final Section section;
  private final DeviceActor[] devices;
  private final int[] nodes;
  private final double stepMw;
  private final Map<DeviceTerminal, Slope> byDevice = new HashMap<>();
  private Slope byLoad;

  /**
   * Derivatives by one power.
   *
   * @param importMw of what is imported, MW
   * @param voltagePu of the voltages, pu by node
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Slope(double importMw, double[] voltagePu) {
    static Slope flat(int nodes) {
      return new Slope(0, new double[nodes]);
    }
  }

  private LinearSection(Feeder feeder, Section section, DeviceActor[] devices) {
    this.feeder = feeder;
    this.section = section;
    this.devices = devices;
    Network network = feeder.network();
    nodes =
        Arrays.stream(network.serviceNodes())
            .filter(node -> section.has(network.buses().get(node / 3).id()))
            .filter(node -> feeder.solution().magnitude(node) > 0)
            .toArray();
    double rated = network.loads().stream().map(Load::mw).mapToDouble(mw -> mw.sum()).sum();
    stepMw = STEP * (rated > 0 ? rated : 1);
  }

  /** Empty where there is nothing to be linear about. */
  static Optional<LinearNetwork> of(Feeder feeder, Section section, DeviceActor[] devices) {
    boolean formed = feeder.forming().values().stream().anyMatch(DeviceTerminal::forms);
    return feeder.blackout() || formed
        ? Optional.empty()
        : Optional.of(new LinearSection(feeder, section, devices));
  }

  private DeviceTerminal terminal(Agent device) {
    return DeviceActor.asked(devices, device).terminal();
  }

  @Override
  public double pMw(Agent device) {
    return terminal(device).realisedMw();
  }

  @Override
  public double importMw() {
    return feeder.importMw(section);
  }

  @Override
  public double importPerMw(Agent device) {
    return slope(device).importMw();
  }

  @Override
  public double importPerLoad() {
    return slope().importMw();
  }

  @Override
  public int nodes() {
    return nodes.length;
  }

  @Override
  public double voltagePu(int node) {
    return feeder.solution().magnitude(nodes[node]);
  }

  @Override
  public double voltagePerMw(int node, Agent device) {
    return slope(device).voltagePu()[node];
  }

  @Override
  public double voltagePerLoad(int node) {
    return slope().voltagePu()[node];
  }

  private Slope slope(Agent device) {
    return byDevice.computeIfAbsent(terminal(device), this::differentiate);
  }

  private Slope differentiate(DeviceTerminal terminal) {
    return terminal.metersSource() || terminal.shed()
        ? Slope.flat(nodes.length)
        : between(at(terminal, stepMw), at(terminal, -stepMw), stepMw);
  }

  private Slope at(DeviceTerminal terminal, double mw) {
    Trial trial = feeder.trial();
    trial.begin();
    trial.inject(terminal, mw);
    return solved(trial);
  }

  private Slope slope() {
    if (byLoad == null) {
      byLoad = between(scaled(STEP), scaled(-STEP), STEP);
    }
    return byLoad;
  }

  private Slope scaled(double more) {
    Trial trial = feeder.trial();
    trial.begin();
    trial.scaleLoads(1 + more);
    return solved(trial);
  }

  /**
   * What came of a trial; null without solution. A solve ends when its last iteration was small,
   * which is not yet small beside a difference of two of them: it goes on once from there.
   */
  private Slope solved(Trial trial) {
    boolean nearly = trial.solve();
    if (!nearly || !trial.solve()) {
      return null;
    }
    Solution s = trial.solution();
    double imported = 0;
    for (int phase = 0; phase < 3; phase++) {
      imported += feeder.importMw(section, s, phase);
    }
    return new Slope(imported, Arrays.stream(nodes).mapToDouble(s::magnitude).toArray());
  }

  /** Flat at the edge of what has a solution, where nothing is to be relied on. */
  private Slope between(Slope above, Slope below, double step) {
    if (above == null || below == null) {
      return Slope.flat(nodes.length);
    }
    double[] voltages = new double[nodes.length];
    for (int n = 0; n < voltages.length; n++) {
      voltages[n] = (above.voltagePu()[n] - below.voltagePu()[n]) / (2 * step);
    }
    return new Slope((above.importMw() - below.importMw()) / (2 * step), voltages);
  }
}
