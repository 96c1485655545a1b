package powergrid.devices.load;

import java.util.Arrays;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/** A block in a convex program, from the present interval to its window's end. */
final class BlockPlan {
  private static final double ROUNDING = 1e-9;

  private final double blockMw;
  private final double window;
  private final boolean running;
  private double sinceOpened;
  private double left;

  /**
   * A block.
   *
   * @param blockMw its consumption
   * @param window how long it may take, hours
   * @param sinceOpened hours since the window opened; negative until then
   * @param left hours of it that are to be run; 0 if it is done
   * @param running whether it has begun
   */
  BlockPlan(double blockMw, double window, double sinceOpened, double left, boolean running) {
    this.blockMw = blockMw;
    this.window = window;
    this.sinceOpened = sinceOpened;
    this.left = left;
    this.running = running;
  }

  /** Hours since the window opened, where the last call came to. */
  double sinceOpened() {
    return sinceOpened;
  }

  private boolean over() {
    return sinceOpened >= window - ROUNDING;
  }

  /**
   * What it does when nobody chooses: it starts as soon as it may.
   *
   * @return the interval after the window's end, or after the last one
   */
  int atOnce(int first, Outlook outlook, Program program) {
    int k = first;
    for (; k < outlook.intervals() && !over(); k++) {
      double hours = outlook.hours(k);
      if (sinceOpened >= -ROUNDING) {
        double runs = Math.min(hours, left);
        program.inject(k, -blockMw * runs / hours);
        left -= runs;
      }
      sinceOpened += hours;
    }
    return k;
  }

  /**
   * All that it could do, and more: its energy spread over the window in any way, or dropped.
   *
   * @param dropCost of energy that is not taken within the window, USD/MWh
   * @return the interval after the window's end, or after the last one
   */
  int relaxed(int first, Outlook outlook, Program program, double dropCost) {
    int[] variables = new int[outlook.intervals() - first + 1];
    double[] hours = new double[variables.length];
    int n = 0;
    int k = first;
    for (; k < outlook.intervals() && !over(); k++) {
      if (left > 0 && (sinceOpened >= -ROUNDING || running)) {
        variables[n] = program.variable(0, blockMw);
        hours[n] = outlook.hours(k);
        program.inject(k, variables[n++], -1);
      }
      sinceOpened += outlook.hours(k);
    }
    double mwh = blockMw * left;
    if (over()) {
      variables[n] = program.variable(0, mwh);
      program.cost(variables[n], dropCost);
      hours[n++] = 1;
    } // else the episode may end before the window does, and nothing has to be done by then
    if (n > 0) {
      program.constrain(
          over() ? mwh : 0, mwh, Arrays.copyOf(variables, n), Arrays.copyOf(hours, n));
    }
    return k;
  }
}
