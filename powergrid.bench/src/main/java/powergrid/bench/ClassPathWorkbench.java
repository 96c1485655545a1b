package powergrid.bench;

import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.ScenarioReader;
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
import powergrid.networks.Ieee13Factory;
import powergrid.networks.Ieee34Factory;
import powergrid.policies.EconomicDispatch;
import powergrid.policies.Rule;
import powergrid.powerflow.control.OuterLoops;
import powergrid.powerflow.sweep.RadialSweep;
import powergrid.protocols.horizontal.Consensus;
import powergrid.protocols.horizontal.LoadBalancing;
import powergrid.protocols.trading.P2pTrading;
import powergrid.protocols.vertical.None;
import powergrid.protocols.vertical.PriceSignal;
import powergrid.protocols.vertical.Setpoint;
import powergrid.rewards.CostSafety;
import powergrid.rewards.LoadVariance;
import powergrid.rewards.RenewableUse;
import powergrid.rewards.Voltage;
import powergrid.scenario.RecordConfigurationBinder;
import powergrid.scenario.YamlScenarioReader;

/** The engine and the plug-ins that benchmarks need, on a class path instead of in a framework. */
final class ClassPathWorkbench {
  private final PluginRegistry registry = new PluginRegistry();

  ClassPathWorkbench() {
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
    install(PluginKind.HORIZONTAL_PROTOCOL, "none", new powergrid.protocols.horizontal.None());
    install(PluginKind.HORIZONTAL_PROTOCOL, "consensus", new Consensus.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "p2p-trading", new P2pTrading.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "load-balancing", new LoadBalancing.Factory());
    install(PluginKind.POLICY, "rule", new Rule.Factory());
    install(PluginKind.POLICY, "economic-dispatch", new EconomicDispatch.Factory());
    install(PluginKind.LEARNER, "ippo", new Ippo());
    install(PluginKind.LEARNER, "mappo", new Mappo());
    install(PluginKind.LEARNER, "joint-ppo", new JointPpo());
    install(PluginKind.LEARNER, "vdn", new Vdn());
    install(PluginKind.REWARD, "cost-safety", new CostSafety.Factory());
    install(PluginKind.REWARD, "load-variance", new LoadVariance.Factory());
    install(PluginKind.REWARD, "renewable-use", new RenewableUse.Factory());
    install(PluginKind.REWARD, "voltage", new Voltage.Factory());
  }

  private void install(PluginKind kind, String type, Object factory) {
    registry.add(Provider.of(kind, type, factory, factory.getClass().getPackageName(), 0));
  }

  EnvironmentFactory environments() {
    return EnvironmentAssembler.of(registry, new RecordConfigurationBinder(), new OuterLoops());
  }

  ScenarioReader reader() {
    return new YamlScenarioReader();
  }
}
