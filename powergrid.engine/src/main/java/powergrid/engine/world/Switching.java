package powergrid.engine.world;

import java.util.List;
import powergrid.api.network.Branch;
import powergrid.api.network.Network;
import powergrid.api.network.Transformer;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/**
 * Opens and closes branches at the beginning of steps. A branch between two live sides is closed
 * only where their voltages are near enough; else it is tried again at the next step.
 */
final class Switching {
  /** IEEE 1547-2018 asks for no more before paralleling; see the semantics of reclosing. */
  private static final double MOST_PU = 0.05;

  private static final double MOST_DEG = 10;

  /**
   * A branch to be switched.
   *
   * @param step at whose beginning
   * @param branch index in the network
   * @param close or open
   */
  record Event(int step, int branch, boolean close) {}

  private final Network network;
  private final Event[] events;
  private final int[] initiallyOpen;
  private int refused;

  Switching(Network network, List<Event> events, List<Integer> initiallyOpen) {
    this.network = network;
    this.events = events.toArray(Event[]::new);
    this.initiallyOpen = initiallyOpen.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Puts branches to where they are at first. */
  void reset(Injections injections) {
    for (int branch : initiallyOpen) {
      injections.closed()[branch] = false;
    }
    refused = 0;
  }

  /** Switches what is due: for each branch, what was said last. */
  void begin(int step, Injections injections, Solution solution) {
    refused = 0;
    for (int i = 0; i < events.length; i++) {
      Event event = events[i];
      if (event.step() > step || later(i, step)) {
        continue;
      }
      if (!event.close()) {
        injections.closed()[event.branch()] = false;
      } else if (!injections.closed()[event.branch()]) {
        if (near(event.branch(), solution)) {
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

  private boolean near(int branch, Solution s) {
    Branch between = network.branches().get(branch);
    int from = 3 * network.busIndex(between.from());
    int to = 3 * network.busIndex(between.to());
    double ratio = network.bus(between.from()).kv() / network.bus(between.to()).kv();
    if (between instanceof Transformer t) {
      ratio *= t.toKv() / t.fromKv();
    }
    for (int phase = 0; phase < 3; phase++) {
      double a = ratio * s.magnitude(from + phase);
      double b = s.magnitude(to + phase);
      if (between.phases().has(phase) && a > 0 && b > 0) {
        double apart = Math.IEEEremainder(s.angleDeg(from + phase) - s.angleDeg(to + phase), 360);
        if (Math.abs(a - b) > MOST_PU || Math.abs(apart) > MOST_DEG) {
          return false;
        }
      }
    }
    return true;
  }
}
