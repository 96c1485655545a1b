package powergrid.devices.tapchanger;

import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.RegulatorTaps;
import powergrid.api.device.Settlement;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;
import powergrid.api.plugin.ConfigurationException;

/** A tap changer as the package describes it. */
final class TapChanger implements Device {
  private static final int LOWER = 0;
  private static final int HOLD = 1;
  private static final int RAISE = 2;

  /** Beyond any contact's life. */
  private static final double MOST_MOVES = 1e9;

  private final double wearCost;
  private final boolean byPosition;
  private final RegulatorTaps taps;
  private final int greatest;

  /** The phases regulated, and their state; by position in it. */
  private final int[] phases;

  private final Variables.Real[] tap;

  /** An action a phase, or one for all. */
  private final Variables.Choice[] choices;

  private final Variables.Real moves;

  TapChanger(TapChangerSettings settings, DeviceContext context) {
    wearCost = settings.wearCost();
    byPosition = settings.control() == TapChangerSettings.Control.POSITION;
    taps = context.regulator(settings.element());
    greatest = taps.greatest();
    phases = new int[taps.phases().count()];
    int found = 0;
    for (int phase = 0; phase < 3; phase++) {
      if (taps.phases().has(phase)) {
        phases[found++] = phase;
      }
    }
    if (byPosition && settings.ganged()) {
      checkSame();
    }
    choices = new Variables.Choice[settings.ganged() ? 1 : phases.length];
    for (int k = 0; k < choices.length; k++) {
      choices[k] = choice(context.actions(), settings.ganged() ? "" : letter(k), k);
    }
    tap = new Variables.Real[phases.length];
    Variables control = context.feature("control");
    for (int k = 0; k < tap.length; k++) {
      double start = taps.tap(phases[k]);
      tap[k] = control.real("tap" + letter(k), "", -greatest, greatest, start, Visibility.OWNER);
    }
    moves = control.real("moves", "", 0, MOST_MOVES, 0, Visibility.HIDDEN);
  }

  /** One position for all phases cannot be where they begin, unless they begin alike. */
  private void checkSame() {
    for (int phase : phases) {
      if (taps.tap(phase) != taps.tap(phases[0])) {
        throw new ConfigurationException(
            "ganged",
            "phase "
                + "abc".charAt(phase)
                + " begins at tap "
                + taps.tap(phase)
                + ", phase "
                + "abc".charAt(phases[0])
                + " at "
                + taps.tap(phases[0])
                + ": give ganged: false, or control: step");
      }
    }
  }

  private Variables.Choice choice(Variables actions, String letter, int k) {
    return byPosition
        ? actions.choice(
            "tap" + letter, 2 * greatest + 1, greatest + taps.tap(phases[k]), Visibility.OWNER)
        : actions.choice("step" + letter, 3, HOLD, Visibility.OWNER);
  }

  private String letter(int k) {
    return String.valueOf("ABC".charAt(phases[k]));
  }

  @Override
  public void reset() {
    closeChoices();
  }

  /** It has no active power, and what moving costs is no matter of power. */
  @Override
  public boolean plan(Outlook outlook, Program program) {
    return true;
  }

  @Override
  public void act(double hours) {
    for (int k = 0; k < phases.length; k++) {
      taps.tap(phases[k], next(k));
    }
  }

  @Override
  public void settle(Settlement step) {
    double moved = 0;
    for (int k = 0; k < phases.length; k++) {
      int now = taps.tap(phases[k]);
      moved += Math.abs(now - tap[k].get());
      tap[k].set(now);
    }
    moves.add(moved);
    step.cost(wearCost * moved);
    closeChoices();
  }

  /** Where a phase's tap is to be in this step. */
  private int next(int k) {
    Variables.Choice choice = choices[choices.length == 1 ? 0 : k];
    if (byPosition) {
      return choice.get() - greatest;
    }
    int now = (int) tap[k].get();
    return open(k, choice.get()) ? now + choice.get() - HOLD : now;
  }

  /** Whether a phase may step; on a common shaft none does where one cannot. */
  private boolean open(int k, int step) {
    boolean ganged = choices.length < phases.length;
    boolean open = true;
    for (int other = ganged ? 0 : k; other <= (ganged ? phases.length - 1 : k); other++) {
      double now = tap[other].get();
      open &= step == LOWER ? now > -greatest : step != RAISE || now < greatest;
    }
    return open;
  }

  private void closeChoices() {
    for (int k = 0; k < choices.length && !byPosition; k++) {
      choices[k].allow(LOWER, open(k, LOWER));
      choices[k].allow(RAISE, open(k, RAISE));
    }
  }
}
