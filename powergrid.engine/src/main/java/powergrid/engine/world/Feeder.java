package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** A network under simulation: its loads follow a series, its devices inject, it is solved. */
public final class Feeder {
  /** Below this voltage loads turn into constant impedances inside an environment. */
  private static final double IMPEDANCE_BELOW_PU = 0.80;

  private final Network network;
  private final String label;
  private final Solver solver;
  private final Solution solution;
  private final FeederRecord record;
  private final double nominalMw;
  private final List<DeviceTerminal> connected = new ArrayList<>();
  private final double[] lastRe;
  private final double[] lastIm;
  private DeviceTerminal[] terminals = {};
  private int servedBy = -1;
  private int blackouts;

  /**
   * A feeder.
   *
   * @param network its network
   * @param label of the power flow, in words
   * @param solver of the network
   */
  public Feeder(Network network, String label, Solver solver) {
    this.network = network;
    this.label = label;
    this.solver = solver;
    solution = solver.solution();
    record = new FeederRecord(network, solution);
    nominalMw = network.loads().stream().map(Load::mw).mapToDouble(p -> p.sum()).sum();
    lastRe = new double[solution.re().length];
    lastIm = new double[solution.im().length];
  }

  /**
   * Connects a device.
   *
   * @param terminal on this feeder
   */
  public void connect(DeviceTerminal terminal) {
    connected.add(terminal);
    terminals = connected.toArray(DeviceTerminal[]::new);
  }

  /**
   * Names the agent that bears what energy not served costs: who meters the source, else the first
   * grid on the feeder.
   *
   * @param agent its index
   * @param meters whether it meters the source
   */
  public void servedBy(int agent, boolean meters) {
    if (servedBy < 0 || meters) {
      servedBy = agent;
    }
  }

  int servedBy() {
    return servedBy;
  }

  /** The power flow's plug-in in words. */
  String label() {
    return label;
  }

  void reset() {
    solver.injections().reset(network);
    solver.injections().impedanceBelowPu(IMPEDANCE_BELOW_PU);
    solver.flatStart();
    blackouts = 0;
    record.book(false, 0);
  }

  /**
   * Solves for what the devices inject. Without solution, also from a flat start, it is a blackout:
   * the last voltages stay, marked as stale.
   */
  void solve(double loadScale, double hours) {
    Injections in = solver.injections();
    Arrays.fill(in.loadScale(), loadScale);
    for (DeviceTerminal terminal : terminals) {
      terminal.clear(in);
    }
    for (DeviceTerminal terminal : terminals) {
      terminal.apply(in);
    }
    System.arraycopy(solution.re(), 0, lastRe, 0, lastRe.length);
    System.arraycopy(solution.im(), 0, lastIm, 0, lastIm.length);
    Status status = solver.solve();
    if (status == Status.DIVERGED) {
      solver.flatStart();
      status = solver.solve();
    }
    boolean blackout = status == Status.DIVERGED;
    if (blackout) {
      System.arraycopy(lastRe, 0, solution.re(), 0, lastRe.length);
      System.arraycopy(lastIm, 0, solution.im(), 0, lastIm.length);
      solution.totals(0, 0, 0, 0, 0, 0);
      blackouts++;
    } else {
      blackouts = 0;
    }
    record.book(blackout, blackout ? loadScale * nominalMw * hours : 0);
  }

  /** How many steps without solution in a row. */
  int blackouts() {
    return blackouts;
  }

  /** Books load that will not be served because the episode ends in a blackout. */
  void forsake(double loadScale, double hours) {
    record.book(true, record.notServedMwh() + loadScale * nominalMw * hours);
  }

  double importMw() {
    return solution.sourceMw();
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
  }
}
