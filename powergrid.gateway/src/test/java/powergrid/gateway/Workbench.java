package powergrid.gateway;

import java.util.Map;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioReader;
import powergrid.datasets.synthetic.SyntheticFactory;
import powergrid.devices.generator.GeneratorFactory;
import powergrid.devices.grid.GridFactory;
import powergrid.devices.solar.SolarFactory;
import powergrid.devices.storage.StorageFactory;
import powergrid.drawing.SvgNetworkDrawing;
import powergrid.engine.catalog.PluginRegistry;
import powergrid.engine.catalog.Provider;
import powergrid.engine.environment.EnvironmentAssembler;
import powergrid.metrics.Cost;
import powergrid.networks.Ieee13Factory;
import powergrid.powerflow.control.OuterLoops;
import powergrid.powerflow.sweep.RadialSweep;
import powergrid.protocols.horizontal.Consensus;
import powergrid.protocols.vertical.None;
import powergrid.protocols.vertical.Setpoint;
import powergrid.rewards.CostSafety;
import powergrid.scenario.RecordConfigurationBinder;
import powergrid.scenario.YamlScenarioReader;

/** The engine with a few plug-ins and a gateway to it, without a framework. */
public final class Workbench {
  /**
   * Two microgrids of their own networks, who both decide, talk to each other, and have episodes of
   * eight steps.
   */
  public static final String SCENARIO =
      """
      name: pair
      clock: {start: "2023-07-01T00:00", step: 15min, steps: 8, days: 30}
      data:
        load: {dataset: synthetic}
        irradiance: {dataset: synthetic}
        price: {dataset: synthetic, known: ahead}
      protocol: {type: consensus}
      microgrids:
        - id: MG1
          network: {type: ieee13, taps: [6, 4, 6]}
          protocol: setpoint
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: gen1, type: generator, bus: "675", phases: abc, pMaxMw: 0.66, costLinear: 72.4, commitment: action, minUpTime: 1h}
            - {id: ess1, type: storage, bus: "671", phases: abc, pMaxMw: 0.5, energyMwh: 2.0}
        - id: MG2
          network: {type: ieee13, taps: [6, 4, 6]}
          protocol: setpoint
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: ess1, type: storage, bus: "671", phases: abc, pMaxMw: 0.5, energyMwh: 2.0}
            - {id: pv1, type: solar, bus: "680", phases: abc, pMaxMw: 0.8}
      experiment: {metrics: [cost]}
      """;

  /** What an opening sets so that devices decide: {@link #ofDevices}. */
  public static final String OF_DEVICES =
      ",\"set\":{\"protocol\":\"none\",\"microgrids.MG1.protocol\":\"none\","
          + "\"microgrids.MG2.protocol\":\"none\"}";

  private final PluginRegistry registry = new PluginRegistry();
  private final EnvironmentFactory environments =
      EnvironmentAssembler.of(registry, new RecordConfigurationBinder(), new OuterLoops());
  private final ScenarioReader reader = new YamlScenarioReader();
  private final Provider storage;
  private final Provider consensus;

  /** With all that {@link #SCENARIO} needs. */
  public Workbench() {
    install(PluginKind.POWER_FLOW, "sweep", new RadialSweep());
    install(PluginKind.NETWORK, "ieee13", new Ieee13Factory());
    install(PluginKind.DATASET, "synthetic", new SyntheticFactory());
    install(PluginKind.DEVICE, "grid", new GridFactory());
    install(PluginKind.DEVICE, "generator", new GeneratorFactory());
    storage = install(PluginKind.DEVICE, "storage", new StorageFactory());
    install(PluginKind.DEVICE, "solar", new SolarFactory());
    install(PluginKind.VERTICAL_PROTOCOL, "setpoint", new Setpoint.Factory());
    install(PluginKind.VERTICAL_PROTOCOL, "none", new None.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "none", new powergrid.protocols.horizontal.None());
    consensus = install(PluginKind.HORIZONTAL_PROTOCOL, "consensus", new Consensus.Factory());
    install(PluginKind.REWARD, "cost-safety", new CostSafety.Factory());
    install(PluginKind.METRIC, "cost", new Cost.Factory());
  }

  private Provider install(PluginKind kind, String type, Object factory) {
    Provider provider = Provider.of(kind, type, factory, "test." + type, 0);
    registry.add(provider);
    return provider;
  }

  /** Puts a protocol without messages in the place of consensus. */
  public void replaceConsensus() {
    registry.remove(consensus);
    install(PluginKind.HORIZONTAL_PROTOCOL, "consensus", new powergrid.protocols.horizontal.None());
  }

  /** Installs a metric that fails in the first step. */
  public void installBroken() {
    install(PluginKind.METRIC, "broken", new Broken());
  }

  /** Installs a policy that keeps to what agents do at rest. */
  public void installStill() {
    install(PluginKind.POLICY, "still", new Still());
  }

  /** Takes the storages' plug-in away. */
  public void withdrawStorage() {
    registry.remove(storage);
  }

  /** Puts the storages' plug-in back. */
  public void restoreStorage() {
    registry.add(storage);
  }

  /** How many environments hold plug-ins. */
  public int leases() {
    return registry.leases();
  }

  public EnvironmentFactory environments() {
    return environments;
  }

  public Scenario scenario() {
    return reader.parse(SCENARIO, "pair.yaml");
  }

  /** The scenario without protocols, so that devices decide. */
  public Scenario ofDevices() {
    return reader.parse(
        SCENARIO,
        "pair.yaml",
        Map.of(
            "protocol",
            "none",
            "microgrids.MG1.protocol",
            "none",
            "microgrids.MG2.protocol",
            "none"));
  }

  public SocketGateway gateway() {
    return SocketGateway.of(reader, environments, new SvgNetworkDrawing());
  }
}
