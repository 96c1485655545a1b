package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import powergrid.api.network.Network;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** A network under simulation: its loads follow a series, its devices inject, it is solved. */
public final class Feeder {
  /** Below this voltage loads turn into constant impedances inside an environment. */
  private static final double IMPEDANCE_BELOW_PU = 0.80;

  /** What the tie of an attached microgrid is called within it. */
  public static final String TIE = "tie";

  private final List<Section> sections = new ArrayList<>();
  private final Map<String, DeviceTerminal> connected = new LinkedHashMap<>();
  private final Equipment equipment = new Equipment(this);
  private final List<Event> events;
  private final List<Integer> initiallyOpen;
  private final Runnable inject = this::inject;
  private Network network;
  private String label = "";
  private ControlledSolver solver;
  private Solution solution;
  private FeederRecord record;
  private Switching switching;
  private Islands islands;
  private double[] lastRe = {};
  private double[] lastIm = {};
  private DeviceTerminal[] terminals = {};
  private Supplier<Solver> anotherSolver;
  private Trial trial;
  private int blackouts;

  /**
   * A feeder, to be connected to and then {@link #prepare}d.
   *
   * @param network its network
   * @param attached microgrids' names and the buses in them that they are fed at
   * @param events branches to be switched
   * @param initiallyOpen branches that are open at first though their data does not say so
   */
  public Feeder(
      Network network,
      Map<String, String> attached,
      List<Event> events,
      List<Integer> initiallyOpen) {
    this.network = network;
    this.events = List.copyOf(events);
    this.initiallyOpen = List.copyOf(initiallyOpen);
    List<String> prefixes = attached.keySet().stream().map(id -> id + ".").toList();
    sections.add(new Section(network, "", prefixes, ""));
    attached.forEach((id, bus) -> sections.add(new Section(network, id + ".", prefixes, bus)));
  }

  /**
   * A branch to be switched.
   *
   * @param step at whose beginning
   * @param branch index in the network
   * @param close or open
   */
  public record Event(int step, int branch, boolean close) {}

  /**
   * Connects a device.
   *
   * @param terminal on this feeder
   * @param owner the device's agent
   */
  public void connect(DeviceTerminal terminal, String owner) {
    connected.put(owner, terminal);
  }

  /** The regulators and capacitors that devices take over. */
  Equipment equipment() {
    return equipment;
  }

  /** Those of its devices that can form an island's voltage, with their agents, in order. */
  public Map<String, DeviceTerminal> forming() {
    Map<String, DeviceTerminal> forming = new LinkedHashMap<>(connected);
    forming.values().removeIf(terminal -> terminal.forming() == null);
    return forming;
  }

  /**
   * Makes it ready to be solved, after all devices are connected.
   *
   * @param whole what is solved: the network itself or what its devices make of it, {@link
   *     WholeNetwork}
   * @param method the power flow, in words
   * @param by solves it, with control loops around it
   * @param another makes one more solver of the same network, without control loops
   */
  public void prepare(Network whole, String method, ControlledSolver by, Supplier<Solver> another) {
    network = whole;
    label = method;
    anotherSolver = another;
    solver = by;
    solution = solver.solution();
    record = new FeederRecord(network, solver);
    switching = new Switching(network, events, initiallyOpen);
    lastRe = new double[solution.re().length];
    lastIm = new double[solution.im().length];
    terminals = connected.values().toArray(DeviceTerminal[]::new);
    islands = new Islands(network, solver, terminals);
    int source = network.sources().size() - forming().size();
    for (DeviceTerminal terminal : forming().values()) {
      terminal.forming().source(source++);
    }
    for (DeviceTerminal terminal : terminals) {
      terminal.follow(solver);
    }
  }

  /** Whether it can be solved; not yet while devices are made. */
  boolean isReady() {
    return solver != null;
  }

  /** For solves on the side. */
  Trial trial() {
    if (trial == null) {
      trial = new Trial(network, anotherSolver.get(), solver.injections(), solution, terminals);
    }
    return trial;
  }

  Injections injections() {
    return solver.injections();
  }

  /** The section that a bus is in. */
  Section section(String bus) {
    Section found = sections.get(0);
    for (Section section : sections) {
      if (!section.prefix().isEmpty() && bus.startsWith(section.prefix())) {
        found = section;
      }
    }
    return found;
  }

  /** What a grid agent imports, MW: through its tie, or from the sources where it has none. */
  double importMw(Section section) {
    double mw = 0;
    for (int phase = 0; phase < 3; phase++) {
      mw += importMw(section, phase);
    }
    return mw;
  }

  /** What attached microgrids import together, MW. */
  double attachedMw() {
    double mw = 0;
    for (int i = 1; i < sections.size(); i++) {
      mw += importMw(sections.get(i));
    }
    return mw;
  }

  double importMw(Section section, int phase) {
    return record.blackout() ? 0 : importMw(section, solution, phase);
  }

  /** What a grid agent would import if a solution was the feeder's, its flows written. */
  double importMw(Section section, Solution s, int phase) {
    return section.tie() < 0 ? supplied(s.sourcesMw(), phase) : section.importMw(s, phase);
  }

  double importMvar(Section section, int phase) {
    if (record.blackout()) {
      return 0;
    }
    return section.tie() < 0
        ? supplied(solution.sourcesMvar(), phase)
        : section.importMvar(solution, phase);
  }

  /** What sources that are not grid-forming supply. */
  private double supplied(double[] bySource, int phase) {
    double sum = 0;
    for (int s = 0; s < network.sources().size(); s++) {
      if (!network.sources().get(s).gridForming()) {
        sum += bySource[3 * s + phase];
      }
    }
    return sum;
  }

  /** The sections, the one that is not attached first. */
  List<Section> sections() {
    return sections;
  }

  /** The power flow's plug-in in words. */
  String label() {
    return label;
  }

  void reset() {
    solver.injections().reset(network);
    solver.injections().impedanceBelowPu(IMPEDANCE_BELOW_PU);
    switching.reset(solver.injections());
    solver.flatStart();
    islands.reset();
    blackouts = 0;
    record.book(false, 0);
    record.refused(0);
  }

  /** Switches branches that are due at the beginning of a step. */
  void begin(int step) {
    switching.begin(step, solver.injections(), solution, record.blackout());
    record.refused(switching.refused());
  }

  /** Solves until all controls rest, as before an episode. */
  void settle(double loadScale, double hours) {
    solve(loadScale, hours, Double.POSITIVE_INFINITY);
  }

  /**
   * Solves for what the devices inject. Without solution, also from a flat start, it is a blackout:
   * the last voltages stay, marked as stale.
   */
  void solve(double loadScale, double hours) {
    solve(loadScale, hours, 3600 * hours);
  }

  private void solve(double loadScale, double hours, double seconds) {
    Arrays.fill(solver.injections().loadScale(), loadScale);
    System.arraycopy(solution.re(), 0, lastRe, 0, lastRe.length);
    System.arraycopy(solution.im(), 0, lastIm, 0, lastIm.length);
    islands.begin();
    inject();
    Status status = solver.solve(seconds);
    if (status == Status.DIVERGED) {
      solver.flatStart();
      status = solver.solve(seconds);
    }
    status = islands.carry(status, inject);
    boolean blackout = status == Status.DIVERGED;
    record.controls(status == Status.CONVERGED, islands.tapMoves(), islands.capacitorMoves());
    if (blackout) {
      System.arraycopy(lastRe, 0, solution.re(), 0, lastRe.length);
      System.arraycopy(lastIm, 0, solution.im(), 0, lastIm.length);
      solution.totals(0, 0, 0, 0, 0, 0);
      solution.unsupplied(0); // all of it is, which the sections book
      blackouts++;
    } else {
      blackouts = 0;
    }
    record.solved(blackout);
    if (sections.size() > 1) {
      record.flows();
    }
    record.book(blackout, notServed(blackout, hours));
  }

  private void inject() {
    Injections in = solver.injections();
    for (DeviceTerminal terminal : terminals) {
      terminal.clear(in);
    }
    for (DeviceTerminal terminal : terminals) {
      terminal.apply(in);
    }
  }

  private double notServed(boolean blackout, double hours) {
    double mwh = 0;
    double[] loadScale = solver.injections().loadScale();
    for (int i = 0; i < sections.size(); i++) { // an iterator would be an allocation
      Section section = sections.get(i);
      if (blackout) {
        section.bookBlackout(loadScale, hours, false);
      } else if (solution.unsuppliedMw() != 0) {
        section.bookDark(solution, loadScale, hours);
      } else {
        section.bookServed();
      }
      mwh += section.notServedMwh();
    }
    return mwh;
  }

  /** How many steps without solution in a row. */
  int blackouts() {
    return blackouts;
  }

  /** Books load that will not be served because the episode ends in a blackout. */
  void forsake(double loadScale, double hours) {
    Arrays.fill(solver.injections().loadScale(), loadScale);
    double mwh = 0;
    for (int i = 0; i < sections.size(); i++) { // an iterator would be an allocation
      sections.get(i).bookBlackout(solver.injections().loadScale(), hours, true);
      mwh += sections.get(i).notServedMwh();
    }
    record.book(true, mwh);
  }

  /**
   * Its network.
   *
   * @return immutable
   */
  public Network network() {
    return network;
  }

  Solution solution() {
    return solution;
  }

  boolean blackout() {
    return record.blackout();
  }

  /** What outlives the power flow's bundle. */
  FeederRecord record() {
    return record;
  }

  void save(DataOutput out) throws IOException {
    for (int i = 0; i < lastRe.length; i++) {
      out.writeDouble(solution.re()[i]);
      out.writeDouble(solution.im()[i]);
    }
    out.writeDouble(solution.sourceMw());
    out.writeDouble(solution.sourceMvar());
    out.writeDouble(solution.loadMw());
    out.writeDouble(solution.loadMvar());
    out.writeDouble(solution.lossesMw());
    out.writeDouble(solution.lossesMvar());
    for (int i = 0; i < solution.sourcesMw().length; i++) {
      out.writeDouble(solution.sourcesMw()[i]);
      out.writeDouble(solution.sourcesMvar()[i]);
    }
    double[] scale = solver.injections().loadScale(); // one for all
    out.writeDouble(scale.length == 0 ? 1 : scale[0]);
    for (int tap : solver.injections().taps()) {
      out.writeInt(tap);
    }
    for (boolean on : solver.injections().capacitorOn()) {
      out.writeBoolean(on);
    }
    for (boolean closed : solver.injections().closed()) {
      out.writeBoolean(closed);
    }
    out.writeInt(blackouts);
    out.writeBoolean(record.blackout());
    out.writeDouble(record.notServedMwh());
    out.writeBoolean(record.settled());
    out.writeInt(record.tapMoves());
    out.writeInt(record.capacitorMoves());
    out.writeInt(record.refusedClosings());
    out.writeDouble(solution.unsuppliedMw());
    for (Section section : sections) {
      out.writeDouble(section.notServedMwh());
    }
    record.flows(); // a solver cannot work them out again for voltages that it is given
    for (int i = 0; i < solution.currentRe().length; i++) {
      out.writeDouble(solution.currentRe()[i]);
      out.writeDouble(solution.currentIm()[i]);
      out.writeDouble(solution.toCurrentRe()[i]);
      out.writeDouble(solution.toCurrentIm()[i]);
    }
    islands.save(out);
    solver.save(out);
  }

  void restore(DataInput in) throws IOException {
    reset();
    for (int i = 0; i < lastRe.length; i++) {
      solution.re()[i] = in.readDouble();
      solution.im()[i] = in.readDouble();
    }
    solution.totals(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
    for (int i = 0; i < solution.sourcesMw().length; i++) {
      solution.sourcesMw()[i] = in.readDouble();
      solution.sourcesMvar()[i] = in.readDouble();
    }
    Arrays.fill(solver.injections().loadScale(), in.readDouble());
    int[] taps = solver.injections().taps();
    for (int i = 0; i < taps.length; i++) {
      taps[i] = in.readInt();
    }
    boolean[] on = solver.injections().capacitorOn();
    for (int i = 0; i < on.length; i++) {
      on[i] = in.readBoolean();
    }
    boolean[] closed = solver.injections().closed();
    for (int i = 0; i < closed.length; i++) {
      closed[i] = in.readBoolean();
    }
    blackouts = in.readInt();
    record.book(in.readBoolean(), in.readDouble());
    record.controls(in.readBoolean(), in.readInt(), in.readInt());
    record.refused(in.readInt());
    solution.unsupplied(in.readDouble());
    for (Section section : sections) {
      section.notServedMwh(in.readDouble());
    }
    for (int i = 0; i < solution.currentRe().length; i++) {
      solution.currentRe()[i] = in.readDouble();
      solution.currentIm()[i] = in.readDouble();
      solution.toCurrentRe()[i] = in.readDouble();
      solution.toCurrentIm()[i] = in.readDouble();
    }
    record.solved(true);
    islands.restore(in);
    solver.restore(in);
  }
}
