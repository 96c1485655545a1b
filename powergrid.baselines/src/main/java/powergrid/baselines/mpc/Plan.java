package powergrid.baselines.mpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.planning.LinearNetwork;
import powergrid.api.planning.Planning;
import powergrid.api.space.Axis;
import powergrid.baselines.convex.ConvexProgram;
import powergrid.baselines.convex.DeviceProgram;
import powergrid.baselines.convex.Expression;
import powergrid.baselines.convex.Meter;
import powergrid.baselines.convex.Optimum;
import powergrid.baselines.convex.SetPoint;
import powergrid.baselines.convex.Simplex;

/** A plan of some devices behind one meter, on a network that is linear in what they inject. */
final class Plan {
  /** As a share of what it costs: much less than what no model knows. */
  private static final double GAP = 1e-7;

  /** How often voltages are looked at again; by then what is missing is next to nothing. */
  private static final int CUTS = 8;

  private final Mpc settings;
  private final Planning planning;
  private final LinearNetwork network;
  private final ConvexProgram program = new ConvexProgram();
  private final Meter meter;

  /** Those that describe themselves. */
  private final List<Agent> devices = new ArrayList<>();

  private final List<DeviceProgram> programs = new ArrayList<>();
  private Optimum optimum;

  Plan(Mpc settings, Planning planning, LinearNetwork network) {
    this.settings = settings;
    this.planning = planning;
    this.network = network;
    int[] drawn = new int[planning.intervals()];
    for (int k = 0; k < drawn.length; k++) {
      drawn[k] = program.variable(0, 0);
    }
    meter = new Meter(program, drawn);
  }

  /** Adds a device, which goes on as it is where it does not describe itself. */
  void add(Agent device) {
    DeviceProgram its = new DeviceProgram(program, planning.intervals(), false, meter, true);
    if (planning.describe(device, its)) {
      devices.add(device);
      programs.add(its);
    }
  }

  /** Solves it for what loads draw, by interval, as a share of what they drew in the last step. */
  void solve(double[] load) {
    Expression[][] moved = new Expression[planning.intervals()][];
    Arrays.setAll(moved, this::moved);
    draw(moved, load);
    if (settings.settle()) {
      settle();
    }
    Voltages voltages = voltages(Arrays.copyOf(moved, looked()), load);
    optimum = Simplex.solve(program, GAP);
    for (int i = 0; i < CUTS && voltages.cut(optimum, enough()); i++) {
      optimum = Simplex.solve(program, GAP);
    }
  }

  /**
   * In how many intervals voltages are looked at: in the first. Until the next taps will have
   * moved.
   */
  private int looked() {
    return network.nodes() == 0 || settings.voltageUsd() == 0 ? 0 : 1;
  }

  /** What may be missing of the cost, USD. */
  private double enough() {
    return GAP * Math.max(1, Math.abs(optimum.usd()));
  }

  /** By device, what it injects beyond the last step, MW. */
  private Expression[] moved(int interval) {
    Expression[] moved = new Expression[devices.size()];
    for (int d = 0; d < moved.length; d++) {
      moved[d] =
          new Expression()
              .add(programs.get(d).injected(interval), 1)
              .add(-network.pMw(devices.get(d)));
    }
    return moved;
  }

  private Voltages voltages(Expression[][] moved, double[] load) {
    double[] hours = new double[moved.length];
    Arrays.setAll(hours, planning::hours);
    return new Voltages(settings, network, program, devices, moved, load, hours);
  }

  /** What the meter draws. */
  private void draw(Expression[][] moved, double[] load) {
    int n = planning.intervals();
    if (!meter.used()) {
      bill();
    }
    double[] most = new double[n];
    double[] least = new double[n];
    for (int k = 0; k < n; k++) {
      double alone = network.importMw() + network.importPerLoad() * (load[k] - 1);
      Expression drawn = new Expression().add(alone);
      for (int d = 0; d < devices.size(); d++) {
        drawn.add(moved[k][d], network.importPerMw(devices.get(d)));
      }
      double high = drawn.greatest(program);
      double low = drawn.least(program);
      most[k] = Math.max(0, high);
      least[k] = Math.max(0, -low);
      program.bound(meter.drawn(k), low, high);
      program.constrain(0, 0, drawn.add(meter.drawn(k), -1));
    }
    meter.close(most, least);
  }

  /** Without a meter all power is worth the tariff. */
  private void bill() {
    for (int k = 0; k < planning.intervals(); k++) {
      double price = planning.value(settings.tariff(), k);
      if (!Double.isNaN(price)) {
        program.cost(meter.drawn(k), price * planning.hours(k));
      }
    }
  }

  private void settle() {
    double price = meanPrice();
    if (Double.isNaN(price)) {
      return;
    }
    for (DeviceProgram device : programs) {
      device.stored().addCost(program, -price);
    }
  }

  /** The mean of the prices of all steps taken and planned. */
  private double meanPrice() {
    double sum = 0;
    double hours = 0;
    for (int k = 0; k < planning.intervals(); k++) {
      sum += planning.value(settings.tariff(), k) * planning.hours(k);
      hours += planning.hours(k);
    }
    for (int ago = 1; ago <= planning.taken(); ago++) {
      sum += planning.past(settings.tariff(), ago) * planning.hours(0);
      hours += planning.hours(0);
    }
    return sum / hours;
  }

  /**
   * What to ask of a device in the first interval; NaN for nothing, of one that does not describe
   * itself.
   */
  double setPoint(Agent device, Axis axis) {
    int d = devices.indexOf(device);
    return d < 0 ? Double.NaN : SetPoint.of(programs.get(d).injected(0), program, optimum, axis);
  }
}
