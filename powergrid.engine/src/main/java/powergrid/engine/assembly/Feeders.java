package powergrid.engine.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import powergrid.api.network.Branch;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.network.Phases;
import powergrid.api.network.Switch;
import powergrid.api.plugin.PluginKind;
import powergrid.api.powerflow.ControlLoops;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.scenario.AttachSetting;
import powergrid.api.scenario.EventSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.NetworkSetting;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Scenario;
import powergrid.engine.catalog.PluginRegistry;
import powergrid.engine.catalog.Provider;
import powergrid.engine.world.Feeder;
import powergrid.engine.world.WholeNetwork;
import powergrid.engine.world.WorldBuilder;

/**
 * Makes a scenario's feeders: the scenario's network with what is attached to it, which is made
 * once for all that are on it, and each network that is an island of its own.
 */
final class Feeders {
  private static final System.Logger LOG = System.getLogger(Feeders.class.getName());

  private final Scenario scenario;
  private final PluginRegistry registry;
  private final Workshop workshop;
  private final ControlLoops loops;
  private final WorldBuilder world;
  private final List<Optional<Feeder>> feeders = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();

  /** A feeder to be prepared when all devices are connected. */
  private record Pending(
      Feeder feeder, NetworkSetting setting, List<Feeder.Event> switching, boolean unbalanced) {}

  Feeders(
      Scenario scenario,
      PluginRegistry registry,
      Workshop workshop,
      ControlLoops loops,
      WorldBuilder world) {
    this.scenario = scenario;
    this.registry = registry;
    this.workshop = workshop;
    this.loops = loops;
    this.world = world;
  }

  /** The feeder that a microgrid is on; empty where there was a mistake. */
  Optional<Feeder> of(int microgrid) {
    return feeders.get(microgrid);
  }

  /** What is put before names of a microgrid's own network; empty where it is not attached. */
  String prefix(int microgrid) {
    MicrogridSetting grid = scenario.microgrids().get(microgrid);
    return grid.attach().isPresent() ? grid.id() + "." : "";
  }

  /** Where a microgrid is connected to its feeder: its tie's bus, or the source. */
  String connection(int microgrid) {
    return scenario
        .microgrids()
        .get(microgrid)
        .attach()
        .map(AttachSetting::bus)
        .orElseGet(
            () -> of(microgrid).map(feeder -> feeder.network().sources().get(0).bus()).orElse(""));
  }

  void make() {
    List<MicrogridSetting> grids = scenario.microgrids();
    boolean shared = grids.stream().anyMatch(g -> g.network().isEmpty() || attached(g));
    Optional<Feeder> operators = shared ? operators() : Optional.empty();
    for (MicrogridSetting grid : grids) {
      if (grid.network().isEmpty() && scenario.network().isEmpty()) {
        workshop.mistake(
            grid.place(), "has no network: give it one, or give the scenario one for all");
      }
      feeders.add(
          grid.network().isPresent() && !attached(grid)
              ? grid.network().flatMap(setting -> island(grid, setting))
              : operators);
    }
    if (!shared) {
      unknown(scenario.events().stream().filter(e -> owner(e).isEmpty()).toList());
    }
  }

  private static boolean attached(MicrogridSetting grid) {
    return grid.attach().isPresent();
  }

  private Optional<Network> network(NetworkSetting setting) {
    return workshop
        .make(PluginKind.NETWORK, setting.plugin(), (f, c, p) -> network((NetworkFactory<?>) f, c))
        .map(made -> scaled(made, setting));
  }

  private static Network scaled(Network made, NetworkSetting setting) {
    if (setting.loadScale() == 1 && setting.capacitorScale() == 1) {
      return made;
    }
    Network.Builder scaled =
        Network.builder(made.name())
            .include(made, "", setting.loadScale(), setting.capacitorScale());
    made.sources().forEach(scaled::add);
    return scaled.build();
  }

  /** The scenario's network with the microgrids that are attached to it. */
  private Optional<Feeder> operators() {
    if (scenario.network().isEmpty()) {
      scenario.microgrids().stream()
          .filter(Feeders::attached)
          .forEach(
              grid ->
                  workshop.mistake(
                      grid.attach().get().place(),
                      "attaches to the scenario's network, but there is none; write network:"));
      return Optional.empty();
    }
    NetworkSetting setting = scenario.network().get();
    Optional<Network> own = network(setting);
    Map<MicrogridSetting, Network> parts = new LinkedHashMap<>();
    for (MicrogridSetting grid : scenario.microgrids()) {
      if (attached(grid)) {
        network(grid.network().get()).ifPresent(part -> parts.put(grid, part));
      }
    }
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Composition composition = new Composition(own.get(), setting.plugin().place(), workshop);
    parts.forEach(composition::attach);
    return composition
        .network()
        .flatMap(
            network ->
                feeder(
                    network,
                    setting,
                    composition.attached(),
                    scenario.events().stream().filter(e -> !ofIsland(e)).toList(),
                    composition.initiallyOpen(network),
                    unbalanced(g -> g.network().isEmpty() || attached(g))));
  }

  private Optional<Feeder> island(MicrogridSetting grid, NetworkSetting setting) {
    return network(setting)
        .flatMap(
            network ->
                feeder(
                    network,
                    setting,
                    Map.of(),
                    scenario.events().stream()
                        .filter(e -> owner(e).map(o -> o.id().equals(grid.id())).orElse(false))
                        .toList(),
                    List.of(),
                    unbalanced(g -> g.id().equals(grid.id()))));
  }

  /** The microgrid whose network an event is about, where it names one. */
  private Optional<MicrogridSetting> owner(EventSetting event) {
    return scenario.microgrids().stream()
        .filter(g -> g.network().isPresent() && event.branch().startsWith(g.id() + "."))
        .findFirst();
  }

  private boolean ofIsland(EventSetting event) {
    return owner(event).map(g -> !attached(g)).orElse(false);
  }

  private boolean unbalanced(Predicate<MicrogridSetting> on) {
    return scenario.microgrids().stream()
        .filter(on)
        .flatMap(g -> g.devices().stream())
        .anyMatch(d -> !d.phases().isEmpty() && Phases.of(d.phases()) != Phases.ABC);
  }

  private Optional<Feeder> feeder(
      Network network,
      NetworkSetting setting,
      Map<String, String> attached,
      List<EventSetting> events,
      List<Integer> initiallyOpen,
      boolean unbalanced) {
    List<Feeder.Event> switching = events(network, events);
    Feeder feeder = new Feeder(network, attached, switching, initiallyOpen);
    pending.add(new Pending(feeder, setting, switching, unbalanced));
    return Optional.of(feeder);
  }

  /** Finds a power flow for every feeder; all devices are connected. */
  void prepare() {
    pending.forEach(this::prepare);
  }

  private void prepare(Pending made) {
    Feeder feeder = made.feeder();
    Network network = feeder.network();
    Place place = made.setting().plugin().place();
    List<Provider> methods = methods(place);
    List<PowerFlow> services = new ArrayList<>();
    methods.forEach(m -> services.add((PowerFlow) workshop.look(m)));
    boolean closes = made.switching().stream().anyMatch(Feeder.Event::close);
    Network whole = WholeNetwork.of(feeder, null);
    Optional<Network> tied =
        closes ? Optional.of(withClosed(whole, made.switching())) : Optional.empty();
    List<String> refusals = new ArrayList<>();
    for (int i : PowerFlow.order(services, whole, made.unbalanced())) {
      PowerFlow method = services.get(i);
      Optional<String> refusal = method.refuses(whole).or(() -> tied.flatMap(method::refuses));
      if (refusal.isEmpty()) {
        workshop.use(methods.get(i));
        if (made.unbalanced() && !method.balanced()) {
          network
              .assumptions()
              .forEach(a -> LOG.log(System.Logger.Level.WARNING, network.name() + ": " + a));
        }
        Network solved =
            feeder.forming().isEmpty() ? whole : WholeNetwork.of(feeder, noLoad(method, network));
        ControlledSolver solver = loops.around(solved, method.prepare(solved));
        solver.moving(made.setting().controlled());
        feeder.prepare(solved, methods.get(i).label(), solver, () -> method.prepare(solved));
        world.feeder(feeder);
        return;
      }
      refusals.add(methods.get(i).type() + ": " + refusal.get());
    }
    if (!methods.isEmpty()) {
      workshop.mistake(
          place, "no power flow solves " + network.name() + ": " + String.join("; ", refusals));
    }
  }

  /** The voltages that devices which form an island keep in step with. */
  private static Solution noLoad(PowerFlow method, Network network) {
    Solver solver = method.prepare(network);
    solver.flatStart();
    return solver.solution();
  }

  /** The methods that may be asked, of the highest ranking first. */
  private List<Provider> methods(Place place) {
    List<Provider> all = registry.powerFlows();
    List<Provider> asked =
        scenario.powerFlow().isEmpty()
            ? all
            : all.stream().filter(p -> p.type().equals(scenario.powerFlow().get())).toList();
    if (all.isEmpty()) {
      workshop.mistake(place, "no power flow is installed");
    } else if (asked.isEmpty()) {
      workshop.mistake(
          Workshop.place(scenario.root(), "powerFlow"),
          "no power flow '"
              + scenario.powerFlow().get()
              + "' is installed; installed: "
              + Names.listed(all.stream().map(Provider::type).distinct().toList()));
    }
    return asked;
  }

  private List<Feeder.Event> events(Network network, List<EventSetting> events) {
    List<Feeder.Event> found = new ArrayList<>();
    List<EventSetting> unknown = new ArrayList<>();
    for (EventSetting event : events) {
      int branch = branch(network, event);
      if (branch < 0) {
        unknown.add(event);
      } else {
        double steps = event.at().toNanos() / (double) scenario.clock().step().toNanos();
        found.add(new Feeder.Event((int) Math.ceil(steps - 1e-9), branch, event.close()));
      }
    }
    for (EventSetting event : unknown) {
      workshop.mistake(
          event.place(),
          network.name()
              + " has no branch '"
              + event.branch()
              + "'; it has "
              + Names.listed(network.branches().stream().map(Branch::id).toList()));
    }
    return found;
  }

  private void unknown(List<EventSetting> events) {
    for (EventSetting event : events) {
      workshop.mistake(
          event.place(),
          "no network has a branch '" + event.branch() + "'; write MICROGRID.BRANCH");
    }
  }

  /** In an island of its own a microgrid's branches have their own names. */
  private int branch(Network network, EventSetting event) {
    String own =
        ofIsland(event)
            ? event.branch().substring(owner(event).get().id().length() + 1)
            : event.branch();
    for (int e = 0; e < network.branches().size(); e++) {
      if (network.branches().get(e).id().equals(own)) {
        return e;
      }
    }
    return -1;
  }

  /**
   * The network with all switches closed that events close: what its method must be able to solve.
   */
  private static Network withClosed(Network network, List<Feeder.Event> events) {
    Set<Branch> closing =
        events.stream()
            .filter(Feeder.Event::close)
            .map(event -> network.branches().get(event.branch()))
            .collect(Collectors.toSet());
    return WholeNetwork.copy(
            network,
            branch ->
                branch instanceof Switch s && closing.contains(s)
                    ? new Switch(s.id(), s.from(), s.to(), s.phases(), true)
                    : branch,
            UnaryOperator.identity())
        .build();
  }

  // The binder made the configuration of the class that the factory asked for.
  @SuppressWarnings("unchecked")
  private static <C extends Record> Network network(
      NetworkFactory<C> factory, Record configuration) {
    return factory.create((C) configuration);
  }
}
