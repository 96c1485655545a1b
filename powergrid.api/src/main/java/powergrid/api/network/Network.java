package powergrid.api.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An electrical network. Immutable, so that any number of environments and threads share it. A
 * <em>node</em> is a phase of a bus: its index is {@code 3 · bus + phase}, with phase 0 for a, 1
 * for b, 2 for c, also where the phase is absent.
 */
public final class Network {
  private final String name;
  private final List<Bus> buses;
  private final List<Branch> branches;
  private final List<Load> loads;
  private final List<Capacitor> capacitors;
  private final List<Source> sources;
  private final List<Generator> generators;
  private final List<String> assumptions;
  private final Map<String, Integer> busIndex = new HashMap<>();
  private final int[] serviceNodes;

  private Network(Builder b) {
    name = b.name;
    buses = List.copyOf(b.buses);
    branches = List.copyOf(b.branches);
    loads = List.copyOf(b.loads);
    capacitors = List.copyOf(b.capacitors);
    sources = List.copyOf(b.sources);
    generators = List.copyOf(b.generators);
    assumptions = List.copyOf(b.assumptions);
    for (int i = 0; i < buses.size(); i++) {
      if (busIndex.put(buses.get(i).id(), i) != null) {
        throw new IllegalArgumentException("two buses are named " + buses.get(i).id());
      }
    }
    check();
    serviceNodes = findServiceNodes();
  }

  private int[] findServiceNodes() {
    Set<String> loaded = new HashSet<>();
    loads.forEach(load -> loaded.add(load.bus()));
    capacitors.forEach(capacitor -> loaded.add(capacitor.bus()));
    Set<String> excluded = new HashSet<>();
    for (Branch branch : branches) {
      if (branch instanceof Regulator && !loaded.contains(branch.to())) {
        excluded.add(branch.to());
      }
    }
    sources.stream().filter(s -> !s.gridForming()).forEach(s -> excluded.add(s.bus()));
    return IntStream.range(0, 3 * buses.size())
        .filter(node -> buses.get(node / 3).phases().has(node % 3))
        .filter(node -> !excluded.contains(buses.get(node / 3).id()))
        .toArray();
  }

  private void check() {
    Set<String> ids = new HashSet<>();
    for (Branch branch : branches) {
      unique(ids, "branches", branch.id());
      present(branch.id(), branch.from(), branch.fromPhases());
      present(branch.id(), branch.to(), branch.toPhases());
      if (branch.from().equals(branch.to())) {
        throw new IllegalArgumentException(
            branch.id() + " connects bus " + branch.to() + " to itself");
      }
    }
    ids.clear();
    for (Load load : loads) {
      unique(ids, "loads", load.id());
      present(load.id(), load.bus(), used(load.id(), load.connection(), load.mw(), load.mvar()));
    }
    ids.clear();
    for (Capacitor c : capacitors) {
      unique(ids, "capacitors", c.id());
      present(c.id(), c.bus(), used(c.id(), c.connection(), c.mvar(), PhaseValues.ZERO));
      c.control().ifPresent(control -> check(c, control));
    }
    ids.clear();
    for (Source source : sources) {
      unique(ids, "sources", source.id());
      present(source.id(), source.bus(), Phases.ABC);
    }
    ids.clear();
    for (Generator generator : generators) {
      unique(ids, "generators", generator.id());
      present(generator.id(), generator.bus(), Phases.ABC);
    }
  }

  private void check(Capacitor capacitor, CapacitorControl control) {
    boolean measurable =
        control.signal() == CapacitorControl.Signal.VOLTAGE
            ? bus(capacitor.bus()).phases().has(control.phase())
            : branches.stream().anyMatch(branch -> branch.id().equals(control.branch()));
    if (!measurable) {
      throw new IllegalArgumentException(
          "the control of capacitor "
              + capacitor.id()
              + " measures "
              + (control.signal() == CapacitorControl.Signal.VOLTAGE
                  ? "phase " + "abc".charAt(control.phase()) + ", which bus " + capacitor.bus()
                  : "branch " + control.branch() + ", which the network")
              + " does not have");
    }
  }

  private static void unique(Set<String> ids, String what, String id) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException("two " + what + " are named " + id);
    }
  }

  private void present(String who, String busId, Phases phases) {
    Bus bus = bus(busId);
    if (bus == null) {
      throw new IllegalArgumentException(who + " is at bus " + busId + ", which does not exist");
    }
    if (!bus.phases().contains(phases)) {
      throw new IllegalArgumentException(
          who + " needs phases " + phases + " of bus " + busId + ", which has " + bus.phases());
    }
  }

  private static Phases used(String who, Connection connection, PhaseValues p, PhaseValues q) {
    int bits = 0;
    for (int i = 0; i < 3; i++) {
      if (p.get(i) != 0 || q.get(i) != 0) {
        bits |= connection == Connection.WYE ? 1 << i : 1 << i | 1 << (i + 1) % 3;
      }
    }
    if (bits == 0) {
      throw new IllegalArgumentException(who + " has no power on any phase");
    }
    return Phases.ofBits(bits);
  }

  /**
   * Starts a network.
   *
   * @param name what it is called
   * @return a builder
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * What it is called.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Its buses; a bus's index is its position.
   *
   * @return unmodifiable
   */
  public List<Bus> buses() {
    return buses;
  }

  /**
   * Its branches; a branch's index is its position.
   *
   * @return unmodifiable
   */
  public List<Branch> branches() {
    return branches;
  }

  /**
   * Its loads; a load's index is its position.
   *
   * @return unmodifiable
   */
  public List<Load> loads() {
    return loads;
  }

  /**
   * Its capacitors; a capacitor's index is its position.
   *
   * @return unmodifiable
   */
  public List<Capacitor> capacitors() {
    return capacitors;
  }

  /**
   * Its sources.
   *
   * @return unmodifiable
   */
  public List<Source> sources() {
    return sources;
  }

  /**
   * Its generators.
   *
   * @return unmodifiable
   */
  public List<Generator> generators() {
    return generators;
  }

  /**
   * What its data did not say and was taken for granted, such as impedances to zero-sequence
   * currents. It matters to unbalanced conditions only.
   *
   * @return sentences; empty if all was given
   */
  public List<String> assumptions() {
    return assumptions;
  }

  /**
   * The nodes that limits on service voltage apply to: every phase that is present, but those of
   * source buses and of regulators' own terminals, the buses on a regulator's to side where neither
   * load nor capacitor is connected.
   *
   * @return nodes in rising order; not to be written
   */
  public int[] serviceNodes() {
    return serviceNodes;
  }

  /**
   * A bus's index.
   *
   * @param id of the bus
   * @return −1 if there is none
   */
  public int busIndex(String id) {
    return busIndex.getOrDefault(id, -1);
  }

  /**
   * A bus.
   *
   * @param id of the bus
   * @return null if there is none
   */
  public Bus bus(String id) {
    int i = busIndex(id);
    return i < 0 ? null : buses.get(i);
  }

  /** Collects the parts of a network. */
  public static final class Builder {
    private final String name;
    private final List<Bus> buses = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();
    private final List<Capacitor> capacitors = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Generator> generators = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Adds a bus.
     *
     * @param bus the bus
     * @return this
     */
    public Builder add(Bus bus) {
      buses.add(bus);
      return this;
    }

    /**
     * Adds a branch.
     *
     * @param branch the branch
     * @return this
     */
    public Builder add(Branch branch) {
      branches.add(branch);
      return this;
    }

    /**
     * Adds a load.
     *
     * @param load the load
     * @return this
     */
    public Builder add(Load load) {
      loads.add(load);
      return this;
    }

    /**
     * Adds a capacitor.
     *
     * @param capacitor the capacitor
     * @return this
     */
    public Builder add(Capacitor capacitor) {
      capacitors.add(capacitor);
      return this;
    }

    /**
     * Adds a source.
     *
     * @param source the source
     * @return this
     */
    public Builder add(Source source) {
      sources.add(source);
      return this;
    }

    /**
     * Adds a generator.
     *
     * @param generator the generator
     * @return this
     */
    public Builder add(Generator generator) {
      generators.add(generator);
      return this;
    }

    /**
     * Says what the data does not and is taken for granted.
     *
     * @param assumption a sentence
     * @return this
     */
    public Builder assume(String assumption) {
      assumptions.add(assumption);
      return this;
    }

    /**
     * Adds all of another network but its sources.
     *
     * @param part the other network
     * @param prefix put before every name of its parts, e.g. {@code MG1.}; may be empty
     * @param loadScale factor on its loads; 0 leaves them out
     * @param capacitorScale factor on its capacitors; 0 leaves them out
     * @return this
     */
    public Builder include(Network part, String prefix, double loadScale, double capacitorScale) {
      for (Bus bus : part.buses) {
        add(new Bus(prefix + bus.id(), bus.phases(), bus.kv(), bus.x(), bus.y()));
      }
      for (Branch branch : part.branches) {
        add(branch.renamed(prefix));
      }
      if (loadScale != 0) {
        part.loads.forEach(load -> add(load.included(prefix, loadScale)));
      }
      if (capacitorScale != 0) {
        part.capacitors.forEach(c -> add(c.included(prefix, capacitorScale)));
      }
      for (Generator g : part.generators) {
        add(new Generator(prefix + g.id(), prefix + g.bus(), g.mw(), g.mvar(), g.voltagePu()));
      }
      part.assumptions.forEach(this::assume);
      return this;
    }

    /**
     * Checks and makes the network.
     *
     * @return the network
     * @throws IllegalArgumentException that names the first part at fault: a name used twice, a bus
     *     that is not there, a phase that a bus does not have, a load or capacitor without power
     */
    public Network build() {
      return new Network(this);
    }
  }
}
