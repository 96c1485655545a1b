package powergrid.engine.world;

import java.util.List;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/**
 * Opens and closes branches at the beginning of steps. A branch between two live sides is closed
 * only where their voltages are near enough; else it is tried again at the next step.
 */
final class Switching {
  /** Voltages further apart than this, or by more degrees, are not joined. */
  private static final double MOST_PU = 0.05;

  private static final double MOST_DEG = 10;

  private final Network network;
  private final Feeder.Event[] events;
  private final int[] initiallyOpen;
  private final double[] here = new double[2];
  private final double[] there = new double[2];
  private int refused;

  Switching(Network network, List<Feeder.Event> events, List<Integer> initiallyOpen) {
    this.network = network;
    this.events = events.toArray(Feeder.Event[]::new);
    this.initiallyOpen = initiallyOpen.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Puts branches to where they are at first. */
  void reset(Injections injections) {
    for (int branch : initiallyOpen) {
      injections.closed()[branch] = false;
    }
    refused = 0;
  }

  /**
   * Switches what is due: for each branch, what was said last.
   *
   * @param step that begins
   * @param injections with the branches' positions
   * @param solution of the step before
   * @param blackout whether that had none: everything is dark then, and anything can be closed
   */
  void begin(int step, Injections injections, Solution solution, boolean blackout) {
    refused = 0;
    for (int i = 0; i < events.length; i++) {
      Feeder.Event event = events[i];
      if (event.step() > step || later(i, step)) {
        continue;
      }
      if (!event.close()) {
        injections.closed()[event.branch()] = false;
      } else if (!injections.closed()[event.branch()]) {
        if (blackout || near(event.branch(), injections, solution)) {
          injections.closed()[event.branch()] = true;
        } else {
          refused++;
        }
      }
    }
  }

  /** Whether a later event that is due is about the same branch. */
  private boolean later(int i, int step) {
    for (int j = 0; j < events.length; j++) {
      boolean after =
          events[j].step() > events[i].step() || (events[j].step() == events[i].step() && j > i);
      if (after && events[j].step() <= step && events[j].branch() == events[i].branch()) {
        return true;
      }
    }
    return false;
  }

  /** How many branches stayed open that should have been closed. */
  int refused() {
    return refused;
  }

  private boolean near(int branch, Injections injections, Solution s) {
    Branch between = network.branches().get(branch);
    for (int phase = 0; phase < 3; phase++) {
      if (between.phases().has(phase) && !near(between, branch, phase, injections, s)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a phase, or a transformer's unit, has like voltages on both sides or none on one. */
  private boolean near(Branch between, int branch, int phase, Injections injections, Solution s) {
    Bus from = network.bus(between.from());
    Bus to = network.bus(between.to());
    if (between instanceof Transformer t) {
      double fromRated = rated(t.fromKv() / from.kv(), t.fromWinding());
      double toRated = (t.reversed() ? -1 : 1) * rated(t.toKv() / to.kv(), t.toWinding());
      across(from, t.fromStart(phase), t.fromFinish(phase), 1 / fromRated, s, here);
      across(to, t.toStart(phase), t.toFinish(phase), 1 / toRated, s, there);
    } else {
      double ratio = from.kv() / to.kv();
      if (between instanceof Regulator r) {
        ratio *= 1 + r.step() * injections.taps()[3 * branch + phase];
      }
      across(from, phase, -1, ratio, s, here);
      across(to, phase, -1, 1, s, there);
    }
    double a = Math.hypot(here[0], here[1]);
    double b = Math.hypot(there[0], there[1]);
    if (a == 0 || b == 0) {
      return true;
    }
    double turn = Math.toDegrees(Math.atan2(here[1], here[0]) - Math.atan2(there[1], there[0]));
    return Math.abs(a - b) <= MOST_PU && Math.abs(Math.IEEEremainder(turn, 360)) <= MOST_DEG;
  }

  /** Rated voltage of a winding, pu of the bus's nominal to neutral. */
  private static double rated(double pu, Winding winding) {
    return winding == Winding.DELTA ? Math.sqrt(3) * pu : pu;
  }

  /** The voltage between two phases, or of one to neutral, times a factor. */
  private void across(Bus bus, int start, int finish, double factor, Solution s, double[] voltage) {
    int first = 3 * network.busIndex(bus.id());
    voltage[0] = factor * (s.re()[first + start] - (finish < 0 ? 0 : s.re()[first + finish]));
    voltage[1] = factor * (s.im()[first + start] - (finish < 0 ? 0 : s.im()[first + finish]));
  }
}
