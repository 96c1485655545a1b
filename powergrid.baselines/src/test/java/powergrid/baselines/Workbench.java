package powergrid.baselines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.Split;
import powergrid.api.experiment.Clairvoyance;
import powergrid.api.experiment.Clairvoyant;
import powergrid.api.experiment.Clairvoyant.Counting;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.Scenario;
import powergrid.baselines.clairvoyant.ClairvoyantDay;
import powergrid.baselines.mpc.Mpc;
import powergrid.datasets.synthetic.SyntheticFactory;
import powergrid.devices.electrolyzer.ElectrolyzerFactory;
import powergrid.devices.ev.EvFactory;
import powergrid.devices.generator.GeneratorFactory;
import powergrid.devices.grid.GridFactory;
import powergrid.devices.hvac.HvacFactory;
import powergrid.devices.load.LoadFactory;
import powergrid.devices.solar.SolarFactory;
import powergrid.devices.storage.StorageFactory;
import powergrid.devices.wind.WindFactory;
import powergrid.engine.catalog.PluginRegistry;
import powergrid.engine.catalog.Provider;
import powergrid.engine.environment.EnvironmentAssembler;
import powergrid.metrics.Cost;
import powergrid.metrics.CostSettled;
import powergrid.networks.Ieee13Factory;
import powergrid.networks.Ieee34Factory;
import powergrid.policies.BestResponse;
import powergrid.policies.EconomicDispatch;
import powergrid.policies.Rule;
import powergrid.powerflow.control.OuterLoops;
import powergrid.powerflow.sweep.RadialSweep;
import powergrid.protocols.horizontal.Consensus;
import powergrid.protocols.trading.P2pTrading;
import powergrid.protocols.vertical.None;
import powergrid.protocols.vertical.PriceSignal;
import powergrid.protocols.vertical.Setpoint;
import powergrid.rewards.CostSafety;
import powergrid.scenario.RecordConfigurationBinder;
import powergrid.scenario.YamlScenarioReader;

/** The engine with plug-ins, without a framework; series as a test gives them. */
public final class Workbench {
  private final PluginRegistry registry = new PluginRegistry();
  private final EnvironmentFactory environments =
      EnvironmentAssembler.of(registry, new RecordConfigurationBinder(), new OuterLoops());

  /** With the series {@code given}, one value a step. */
  public Workbench(Map<String, double[]> given) {
    install(PluginKind.DATASET, "given", new Given(given));
    install(PluginKind.DATASET, "synthetic", new SyntheticFactory());
    install(PluginKind.NETWORK, "joined", new Joined());
    install(PluginKind.NETWORK, "ieee13", new Ieee13Factory());
    install(PluginKind.NETWORK, "ieee34", new Ieee34Factory());
    install(PluginKind.POWER_FLOW, "sweep", new RadialSweep());
    install(PluginKind.DEVICE, "grid", new GridFactory());
    install(PluginKind.DEVICE, "generator", new GeneratorFactory());
    install(PluginKind.DEVICE, "storage", new StorageFactory());
    install(PluginKind.DEVICE, "solar", new SolarFactory());
    install(PluginKind.DEVICE, "wind", new WindFactory());
    install(PluginKind.DEVICE, "load", new LoadFactory());
    install(PluginKind.DEVICE, "hvac", new HvacFactory());
    install(PluginKind.DEVICE, "electrolyzer", new ElectrolyzerFactory());
    install(PluginKind.DEVICE, "ev", new EvFactory());
    install(PluginKind.VERTICAL_PROTOCOL, "none", new None.Factory());
    install(PluginKind.VERTICAL_PROTOCOL, "setpoint", new Setpoint.Factory());
    install(PluginKind.VERTICAL_PROTOCOL, "price-signal", new PriceSignal.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "none", new powergrid.protocols.horizontal.None());
    install(PluginKind.HORIZONTAL_PROTOCOL, "consensus", new Consensus.Factory());
    install(PluginKind.HORIZONTAL_PROTOCOL, "p2p-trading", new P2pTrading.Factory());
    install(PluginKind.POLICY, "mpc", new Mpc.Factory());
    install(PluginKind.POLICY, "rule", new Rule.Factory());
    install(PluginKind.POLICY, "best-response", new BestResponse.Factory());
    install(PluginKind.POLICY, "economic-dispatch", new EconomicDispatch.Factory());
    install(PluginKind.POLICY, "extremes", new Extremes());
    install(PluginKind.POLICY, "hold", new Holds());
    install(PluginKind.REWARD, "cost-safety", new CostSafety.Factory());
    install(PluginKind.METRIC, "cost", new Cost.Factory());
    install(PluginKind.METRIC, "cost-settled", new CostSettled.Factory());
  }

  private void install(PluginKind kind, String type, Object factory) {
    registry.add(Provider.of(kind, type, factory, "test." + type, 0));
  }

  public EnvironmentFactory environments() {
    return environments;
  }

  public Clairvoyant clairvoyant() {
    return new ClairvoyantDay(environments);
  }

  /** The clairvoyant day of a first episode, which nobody stops. */
  public Clairvoyance clairvoyance(Scenario scenario, long seed, Counting counting) {
    return clairvoyant().episode(scenario, seed, 0, Split.ALL, counting, () -> false).orElseThrow();
  }

  public Scenario scenario(String yaml) {
    return new YamlScenarioReader().parse(yaml, "test.yaml");
  }

  /** The text of one of the examples, its metrics replaced by the two costs. */
  public static String example(String name) throws IOException {
    String text = Files.readString(Path.of("..", "examples", name + ".yaml"));
    return text.substring(0, text.indexOf("\nexperiment:"))
        + "\nexperiment: {metrics: [cost, cost-settled]}\n";
  }

  /** What an episode costs: plain and settled; and whether a bound speaks of it. */
  public Day run(Scenario scenario, long seed) {
    Clairvoyant clairvoyant = clairvoyant();
    try (var environment = environments.create(scenario)) {
      var transition = environment.reset(seed);
      var metrics = environments.metrics(scenario);
      metrics.forEach(m -> m.reset(environment.view()));
      boolean covered = true;
      while (transition.live()) {
        transition = environment.step(environment.heldActions());
        metrics.forEach(m -> m.step(environment.view()));
        covered &= clairvoyant.covers(environment.view());
      }
      if (!transition.reason().equals("horizon")) {
        throw new AssertionError(transition.reason());
      }
      return new Day(metrics.get(0).value(), metrics.get(1).value(), covered);
    }
  }

  /**
   * An episode.
   *
   * @param usd what it cost
   * @param settledUsd with stored energy settled
   * @param covered whether a bound speaks of it
   */
  public record Day(double usd, double settledUsd, boolean covered) {}
}
