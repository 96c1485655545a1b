package powergrid.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.Scenario;
import powergrid.datasets.synthetic.SyntheticFactory;
import powergrid.devices.capacitor.CapacitorFactory;
import powergrid.devices.electrolyzer.ElectrolyzerFactory;
import powergrid.devices.ev.EvFactory;
import powergrid.devices.generator.GeneratorFactory;
import powergrid.devices.grid.GridFactory;
import powergrid.devices.hvac.HvacFactory;
import powergrid.devices.load.LoadFactory;
import powergrid.devices.solar.SolarFactory;
import powergrid.devices.storage.StorageFactory;
import powergrid.devices.tapchanger.TapChangerFactory;
import powergrid.devices.wind.WindFactory;
import powergrid.engine.catalog.PluginRegistry;
import powergrid.engine.catalog.Provider;
import powergrid.engine.environment.EnvironmentAssembler;
import powergrid.learning.ppo.Ippo;
import powergrid.learning.ppo.JointPpo;
import powergrid.learning.ppo.Mappo;
import powergrid.learning.vdn.Vdn;
import powergrid.metrics.Cost;
import powergrid.networks.Ieee13Factory;
import powergrid.networks.Ieee34Factory;
import powergrid.policies.BestResponse;
import powergrid.policies.EconomicDispatch;
import powergrid.policies.Rule;
import powergrid.powerflow.control.OuterLoops;
import powergrid.powerflow.sweep.RadialSweep;
import powergrid.protocols.admm.Admm;
import powergrid.protocols.horizontal.Consensus;
import powergrid.protocols.horizontal.Federated;
import powergrid.protocols.horizontal.LearnedMessage;
import powergrid.protocols.horizontal.LoadBalancing;
import powergrid.protocols.horizontal.ProportionalSharing;
import powergrid.protocols.trading.P2pTrading;
import powergrid.protocols.vertical.None;
import powergrid.protocols.vertical.PriceSignal;
import powergrid.protocols.vertical.Setpoint;
import powergrid.protocols.voltage.Droop;
import powergrid.protocols.voltage.VoltVar;
import powergrid.protocols.voltage.VoltWatt;
import powergrid.rewards.CostSafety;
import powergrid.rewards.LoadVariance;
import powergrid.rewards.RenewableUse;
import powergrid.rewards.Voltage;
import powergrid.scenario.RecordConfigurationBinder;
import powergrid.scenario.YamlScenarioReader;

/** The engine with the built-in plug-ins, without a framework. */
public final class TestWorkbench {
  private final PluginRegistry registry = new PluginRegistry();
  private final EnvironmentFactory environments =
      EnvironmentAssembler.of(registry, new RecordConfigurationBinder(), new OuterLoops());

  /** With all that one-microgrid needs. */
  public TestWorkbench() {
    install(PluginKind.POWER_FLOW, "sweep", new RadialSweep());
    install(PluginKind.NETWORK, "ieee13", new Ieee13Factory());
    install(PluginKind.NETWORK, "ieee34", new Ieee34Factory());
    install(PluginKind.DATASET, "synthetic", new SyntheticFactory());
    install(PluginKind.DEVICE, "generator", new GeneratorFactory());
    install(PluginKind.DEVICE, "storage", new StorageFactory());
    install(PluginKind.DEVICE, "solar", new SolarFactory());
    install(PluginKind.DEVICE, "wind", new WindFactory());
    install(PluginKind.DEVICE, "grid", new GridFactory());
    install(PluginKind.DEVICE, "load", new LoadFactory());
    install(PluginKind.DEVICE, "hvac", new HvacFactory());
    install(PluginKind.DEVICE, "electrolyzer", new ElectrolyzerFactory());
    install(PluginKind.DEVICE, "ev", new EvFactory());
    install(PluginKind.DEVICE, "capacitor", new CapacitorFactory());
    install(PluginKind.DEVICE, "tapchanger", new TapChangerFactory());
    install(PluginKind.VERTICAL_PROTOCOL, "none", new None.Factory());
    install(PluginKind.VERTICAL_PROTOCOL, "setpoint", new Setpoint.Factory());
    install(PluginKind.VERTICAL_PROTOCOL, "price-signal", new PriceSignal.Factory());
    install(PluginKind.VERTICAL_PROTOCOL, "volt-var", new VoltVar.Factory());
    install(PluginKind.VERTICAL_PROTOCOL, "volt-watt", new VoltWatt.Factory());
    install(PluginKind.VERTICAL_PROTOCOL, "droop", new Droop.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "admm", new Admm.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "p2p-trading", new P2pTrading.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "consensus", new Consensus.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "federated", new Federated.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "learned-message", new LearnedMessage.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "load-balancing", new LoadBalancing.Factory());
    install(
        PluginKind.HORIZONTAL_PROTOCOL, "proportional-sharing", new ProportionalSharing.Factory());
    install(PluginKind.POLICY, "rule", new Rule.Factory());
    install(PluginKind.POLICY, "best-response", new BestResponse.Factory());
    install(PluginKind.POLICY, "economic-dispatch", new EconomicDispatch.Factory());
    install(PluginKind.LEARNER, "ippo", new Ippo());
    install(PluginKind.LEARNER, "mappo", new Mappo());
    install(PluginKind.LEARNER, "joint-ppo", new JointPpo());
    install(PluginKind.LEARNER, "vdn", new Vdn());
    install(PluginKind.REWARD, "cost-safety", new CostSafety.Factory());
    install(PluginKind.REWARD, "load-variance", new LoadVariance.Factory());
    install(PluginKind.REWARD, "renewable-use", new RenewableUse.Factory());
    install(PluginKind.REWARD, "voltage", new Voltage.Factory());
    install(PluginKind.METRIC, "cost", new Cost.Factory());
  }

  /** Installs a plug-in from a bundle called {@code test.TYPE}. */
  public Provider install(PluginKind kind, String type, Object factory) {
    return install(kind, type, factory, "test." + type, 0);
  }

  /** Installs a plug-in. */
  public Provider install(
      PluginKind kind, String type, Object factory, String bundle, int ranking) {
    Provider provider = Provider.of(kind, type, factory, bundle, ranking);
    registry.add(provider);
    return provider;
  }

  public PluginRegistry registry() {
    return registry;
  }

  public EnvironmentFactory environments() {
    return environments;
  }

  /** Reads a scenario. */
  public Scenario scenario(String yaml) {
    return new YamlScenarioReader().parse(yaml, "test.yaml");
  }

  /** An environment of the day on the IEEE 13-node feeder. */
  public Environment oneMicrogrid(String protocol) {
    return environments.create(scenario(oneMicrogridYaml(protocol)));
  }

  /** The text of that scenario. */
  public static String oneMicrogridYaml(String protocol) {
    try (var in = TestWorkbench.class.getResourceAsStream("one-microgrid.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("$protocol", protocol);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
