package powergrid.engine.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceFactory;
import powergrid.api.environment.Split;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerContext;
import powergrid.api.learning.LearnerFactory;
import powergrid.api.learning.Tensors;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.PluginKind;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;
import powergrid.api.powerflow.ControlLoops;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.reward.Reward;
import powergrid.api.reward.RewardFactory;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.api.scenario.DeviceSetting;
import powergrid.api.scenario.LearnSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.RewardSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.SplitSetting;
import powergrid.api.scenario.SystemSetting;
import powergrid.api.space.Space;
import powergrid.engine.catalog.PluginRegistry;
import powergrid.engine.catalog.Provider;
import powergrid.engine.catalog.UnavailableException;
import powergrid.engine.world.AgentFace;
import powergrid.engine.world.Deciders;
import powergrid.engine.world.DeviceSite;
import powergrid.engine.world.DeviceTerminal;
import powergrid.engine.world.Feeder;
import powergrid.engine.world.World;
import powergrid.engine.world.WorldBuilder;

/** Assembles a scenario's environment from the plug-ins that are installed, once. */
public final class Assembler {
  private final Scenario scenario;
  private final PluginRegistry registry;
  private final ControlLoops loops;
  private final Workshop workshop;
  private final WorldBuilder world;
  private final DataSources data;
  private final Map<AgentFace, PluginSetting> policies = new LinkedHashMap<>();
  private final Map<PluginSetting, VerticalProtocol> verticals = new LinkedHashMap<>();

  private Assembler(
      Scenario scenario, PluginRegistry registry, ControlLoops loops, Workshop workshop) {
    this.loops = loops;
    this.scenario = scenario;
    this.registry = registry;
    this.workshop = workshop;
    this.world =
        new WorldBuilder(
            scenario.clock(), scenario.valueOfLostLoad(), scenario.actions(), scenario.deciders());
    this.data = new DataSources(scenario, workshop, world.exogenous());
  }

  /**
   * Assembles an environment.
   *
   * @param scenario what to assemble
   * @param split the days on which episodes begin
   * @param registry what is installed
   * @param binder binds configurations
   * @param loops put controls around solvers
   * @return a world to be reset, and what it uses
   * @throws ScenarioException with every mistake
   */
  public static Assembly assemble(
      Scenario scenario,
      Split split,
      PluginRegistry registry,
      ConfigurationBinder binder,
      ControlLoops loops) {
    try (Workshop workshop = new Workshop(registry, binder)) {
      Assembler assembler = new Assembler(scenario, registry, loops, workshop);
      scenario.split().ifPresent(setting -> assembler.split(setting, split));
      assembler.assemble();
      workshop.requireSound();
      return new Assembly(assembler.world.build(), workshop.used());
    }
  }

  private void split(SplitSetting setting, Split split) {
    Weeks weeks = new Weeks(scenario.clock(), setting);
    if (!weeks.mistake().isEmpty()) {
      workshop.mistake(Written.place(scenario, "data", "split"), weeks.mistake());
    } else if (split != Split.ALL) {
      world.exogenous().days(weeks.days(split));
    }
  }

  /**
   * Makes the metrics of a scenario.
   *
   * @param scenario whose experiment names them
   * @param world whose agents they are to fit; empty where that is known, or none could be
   *     assembled
   * @param registry what is installed
   * @param binder binds configurations
   * @return the metrics, and what they use
   * @throws ScenarioException with every mistake
   */
  public static Metrics metrics(
      Scenario scenario,
      Optional<World> world,
      PluginRegistry registry,
      ConfigurationBinder binder) {
    try (Workshop workshop = new Workshop(registry, binder)) {
      List<Metric> metrics = new ArrayList<>();
      for (PluginSetting setting : scenario.experiment().metrics()) {
        workshop
            .make(PluginKind.METRIC, setting, (f, c, p) -> metric((MetricFactory<?>) f, c, world))
            .ifPresent(metrics::add);
      }
      workshop.requireSound();
      return new Metrics(metrics, workshop.used());
    }
  }

  /**
   * Makes the learner of a scenario.
   *
   * @param setting which
   * @param context what it is given
   * @param registry what is installed
   * @param binder binds configurations
   * @return the learner
   * @throws ScenarioException with every mistake
   */
  public static Learner learner(
      LearnSetting setting,
      LearnerContext context,
      PluginRegistry registry,
      ConfigurationBinder binder) {
    try (Workshop workshop = new Workshop(registry, binder)) {
      Optional<Learner> learner =
          workshop.make(
              PluginKind.LEARNER,
              setting.learner(),
              (f, c, p) -> learner((LearnerFactory<?>) f, c, context));
      workshop.requireSound();
      return learner.orElseThrow();
    }
  }

  /**
   * Puts what was learnt to work.
   *
   * @param learner type of the learner plug-in
   * @param policy what it learnt
   * @param agents whom it drives
   * @param state of the environment
   * @param registry what is installed
   * @param binder binds configurations
   * @return an actor
   * @throws IllegalArgumentException if there is no such learner, or the policy does not fit
   */
  public static Actor actor(
      String learner,
      Tensors policy,
      List<? extends Agent> agents,
      Space state,
      PluginRegistry registry,
      ConfigurationBinder binder) {
    try (Workshop workshop = new Workshop(registry, binder)) {
      LearnerFactory<?> factory = (LearnerFactory<?>) workshop.factory(PluginKind.LEARNER, learner);
      return factory.actor(policy, agents, state);
    } catch (UnavailableException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException("learner/" + learner + " failed: " + e, e);
    }
  }

  /**
   * Checks the configuration of a scenario's learner.
   *
   * @param setting of the learner
   * @param world that it would learn in; empty where none could be assembled
   * @param registry what is installed
   * @param binder binds configurations
   * @return the plug-in
   * @throws ScenarioException with every mistake
   */
  public static Set<Provider> check(
      LearnSetting setting,
      Optional<World> world,
      PluginRegistry registry,
      ConfigurationBinder binder) {
    try (Workshop workshop = new Workshop(registry, binder)) {
      workshop.make(
          PluginKind.LEARNER,
          setting.learner(),
          (f, c, p) -> {
            world.ifPresent(w -> requireModels((LearnerFactory<?>) f, c, p, w));
            return c;
          });
      workshop.requireSound();
      return workshop.used();
    }
  }

  private static void requireModels(
      LearnerFactory<?> factory, Record configuration, Provider provider, World world) {
    String exchange = world.exchangesModels();
    // asked in any case: whom it cannot drive it says too
    boolean gives = givesModels(factory, configuration, world.outside().possible());
    if (!exchange.isEmpty() && !gives) {
      throw new ConfigurationException(
          "",
          exchange
              + " exchanges what agents learn, and "
              + provider.label()
              + " gives no model for each agent, as it is written here; take ippo or mappo, with"
              + " share: none");
    }
  }

  private void assemble() {
    data.declared();
    Outages.check(scenario, workshop);
    List<Peering> peerings =
        scenario.protocols().stream().flatMap(p -> peering(p).stream()).toList();
    AgentFace system =
        scenario.system().map(s -> world.face(s.id(), Level.SYSTEM, null)).orElse(null);
    List<AgentFace> grids = new ArrayList<>();
    for (MicrogridSetting setting : scenario.microgrids()) {
      grids.add(world.face(setting.id(), Level.GRID, system));
    }
    Feeders feeders = new Feeders(scenario, registry, workshop, loops, world);
    feeders.make();
    for (int i = 0; i < grids.size(); i++) {
      Optional<Feeder> feeder = feeders.of(i);
      String prefix = feeders.prefix(i);
      List<DeviceSetting> settings = scenario.microgrids().get(i).devices();
      for (int k = 0; k < settings.size(); k++) {
        DeviceSetting setting = settings.get(k);
        Setting.Mapping written = Written.device(scenario, i, k);
        AgentFace face =
            world.face(grids.get(i).id() + "." + setting.id(), Level.DEVICE, grids.get(i));
        feeder.ifPresent(f -> device(face, setting, written, f, prefix));
      }
    }
    feeders.prepare();
    data.loads();
    for (int i = 0; i < grids.size(); i++) {
      MicrogridSetting setting = scenario.microgrids().get(i);
      AgentFace face = grids.get(i);
      setting.policy().ifPresent(p -> policies.put(face, p));
      feeders.of(i).ifPresent(f -> protocol(face, f, setting));
    }
    scenario.system().ifPresent(setting -> system(system, setting));
    Peering.checkApart(peerings, workshop);
    peerings.forEach(p -> p.complete(scenario, feeders, world, workshop, verticals));
    if (sound()) {
      Deciders deciders = world.decide();
      scenario
          .policy()
          .ifPresent(p -> deciders.faces().forEach(face -> policies.putIfAbsent(face, p)));
      policies.forEach((face, setting) -> policy(deciders, face, setting));
      deciders.unscalable().forEach(m -> workshop.mistake(Written.place(scenario, "actions"), m));
    }
    WeightedRewards rewards = new WeightedRewards();
    for (RewardSetting setting : scenario.rewards()) {
      workshop.make(
          PluginKind.REWARD,
          setting.plugin(),
          (f, c, p) -> rewards.add(reward((RewardFactory<?>) f, c), setting.weight(), p.label()));
    }
    world.reward(rewards, rewards.label());
  }

  /** Whether all that agents are put together from is there; if not, they are not put together. */
  private boolean sound() {
    return workshop.sound();
  }

  private void device(
      AgentFace face,
      DeviceSetting setting,
      Setting.Mapping written,
      Feeder feeder,
      String prefix) {
    Optional<DeviceTerminal> terminal =
        Connections.connect(setting, written, feeder, prefix, workshop);
    setting.policy().ifPresent(p -> policies.put(face, p));
    DeviceTerminal connection = terminal.orElseGet(() -> Connections.placeholder(feeder));
    setting.shedPriority().ifPresent(connection::shedPriority);
    workshop.make(
        PluginKind.DEVICE,
        setting.plugin(),
        (f, c, p) -> {
          DeviceSite site = new DeviceSite(setting.id(), prefix, connection, data::series);
          Device device = device((DeviceFactory<?>) f, c, site);
          world.device(face, device, p.label(), site);
          return device;
        });
  }

  private void protocol(AgentFace face, Feeder feeder, MicrogridSetting setting) {
    workshop.make(
        PluginKind.VERTICAL_PROTOCOL,
        setting.protocol(),
        (f, c, p) -> {
          VerticalProtocol protocol = protocol((VerticalProtocolFactory<?>) f, c);
          verticals.put(setting.protocol(), protocol);
          if (sound()) {
            world.grid(face, feeder, protocol, p.label(), setting.link());
          }
          return protocol;
        });
  }

  private void system(AgentFace face, SystemSetting setting) {
    setting.policy().ifPresent(p -> policies.put(face, p));
    workshop.make(
        PluginKind.VERTICAL_PROTOCOL,
        setting.protocol(),
        (f, c, p) -> {
          VerticalProtocol protocol = protocol((VerticalProtocolFactory<?>) f, c);
          if (sound()) {
            world.system(face, protocol, p.label(), setting.link());
          }
          return protocol;
        });
  }

  /** What peers do to coordinate, made before the agents whose actions it adds to. */
  private Optional<Peering> peering(PluginSetting setting) {
    return workshop.make(
        PluginKind.HORIZONTAL_PROTOCOL,
        setting,
        (f, c, p) -> {
          HorizontalProtocol protocol = horizontal((HorizontalProtocolFactory<?>) f, c);
          world.horizontal(protocol);
          return new Peering(setting, protocol, p.label());
        });
  }

  private void policy(Deciders deciders, AgentFace face, PluginSetting setting) {
    workshop.make(
        PluginKind.POLICY,
        setting,
        (f, c, p) -> {
          var policy = policy((PolicyFactory<?>) f, c, face);
          deciders.drive(face, policy, p.label());
          return policy;
        });
  }

  // The binder made each configuration of the class that its own factory asked for.

  @SuppressWarnings("unchecked")
  private static <C extends Record> Device device(
      DeviceFactory<C> factory, Record configuration, DeviceSite site) {
    return factory.create((C) configuration, site);
  }

  @SuppressWarnings("unchecked")
  private static <C extends Record> Learner learner(
      LearnerFactory<C> factory, Record configuration, LearnerContext context) {
    return factory.create((C) configuration, context);
  }

  @SuppressWarnings("unchecked")
  private static <C extends Record> boolean givesModels(
      LearnerFactory<C> factory, Record configuration, List<? extends Agent> agents) {
    return factory.givesModels((C) configuration, agents);
  }

  @SuppressWarnings("unchecked")
  private static <C extends Record> VerticalProtocol protocol(
      VerticalProtocolFactory<C> factory, Record configuration) {
    return factory.create((C) configuration);
  }

  @SuppressWarnings("unchecked")
  private static <C extends Record> HorizontalProtocol horizontal(
      HorizontalProtocolFactory<C> factory, Record configuration) {
    return factory.create((C) configuration);
  }

  @SuppressWarnings("unchecked")
  private static <C extends Record> Policy policy(
      PolicyFactory<C> factory, Record configuration, AgentFace face) {
    return factory.create((C) configuration, face);
  }

  @SuppressWarnings("unchecked")
  private static <C extends Record> Reward reward(RewardFactory<C> factory, Record configuration) {
    return factory.create((C) configuration);
  }

  @SuppressWarnings("unchecked")
  private static <C extends Record> Metric metric(
      MetricFactory<C> factory, Record configuration, Optional<World> world) {
    world.ifPresent(w -> factory.check((C) configuration, w.record().agents()));
    return factory.create((C) configuration);
  }
}
