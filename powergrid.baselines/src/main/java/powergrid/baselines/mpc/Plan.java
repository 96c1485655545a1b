package powergrid.baselines.mpc;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.planning.Planning;
import powergrid.api.space.Axis;
import powergrid.baselines.convex.ConvexProgram;
import powergrid.baselines.convex.DeviceProgram;
import powergrid.baselines.convex.Expression;
import powergrid.baselines.convex.Meter;
import powergrid.baselines.convex.Optimum;
import powergrid.baselines.convex.SetPoint;
import powergrid.baselines.convex.Simplex;

/** A plan of some devices behind one meter. */
final class Plan {
  /** As a share of what it costs: much less than what no model knows. */
  private static final double GAP = 1e-7;

  private final Mpc settings;
  private final Planning planning;
  private final ConvexProgram program = new ConvexProgram();
  private final Meter meter;
  private final List<DeviceProgram> devices = new ArrayList<>();
  private final List<DeviceProgram> described = new ArrayList<>();
  private Optimum optimum;

  Plan(Mpc settings, Planning planning) {
    this.settings = settings;
    this.planning = planning;
    int[] drawn = new int[planning.intervals()];
    for (int k = 0; k < drawn.length; k++) {
      drawn[k] = program.variable(0, 0);
    }
    meter = new Meter(program, drawn);
  }

  /** Adds a device, which goes on with a power where it does not describe itself. */
  void add(Agent device, double elseMw) {
    int n = planning.intervals();
    DeviceProgram its = new DeviceProgram(program, n, false, meter, true);
    if (planning.describe(device, its)) {
      described.add(its);
    } else {
      for (int k = 0; k < n; k++) {
        its.inject(k, elseMw);
      }
    }
    devices.add(its);
  }

  /** Solves it for what is demanded beside the devices, MW by interval. */
  void solve(double[] demandMw) {
    int n = planning.intervals();
    if (!meter.used()) {
      bill();
    }
    double[] most = new double[n];
    double[] least = new double[n];
    for (int k = 0; k < n; k++) {
      Expression drawn = new Expression().add(demandMw[k]);
      for (DeviceProgram device : devices) {
        drawn.add(device.injected(k), -1);
      }
      double high = drawn.greatest(program);
      double low = drawn.least(program);
      most[k] = Math.max(0, high);
      least[k] = Math.max(0, -low);
      program.bound(meter.drawn(k), low, high);
      program.constrain(0, 0, drawn.add(meter.drawn(k), -1));
    }
    meter.close(most, least);
    if (settings.settle()) {
      settle();
    }
    optimum = Simplex.solve(program, GAP);
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
    for (DeviceProgram device : devices) {
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
   * What to ask of a device, in the order added, in the first interval; NaN for nothing, of one
   * that does not describe itself.
   */
  double setPoint(int device, Axis axis) {
    if (!described.contains(devices.get(device))) {
      return Double.NaN;
    }
    return SetPoint.of(devices.get(device).injected(0), program, optimum, axis);
  }
}
