package powergrid.devices.generator;

import java.time.Duration;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;

/** Whether a unit is on, since when, and when it may change that. */
final class UnitStatus {
  /** How long it has been in its state is counted up to a day, or longer where that matters. */
  private static final double DAY = 24;

  /** Steps that are no finite binary fraction of an hour add up to nearly the time. */
  private static final double NEARLY = 1e-9;

  private final double leastUpHours;
  private final double leastDownHours;
  private final Variables.Choice on;
  private final Variables.Real hoursInState;

  UnitStatus(GeneratorSettings settings, Variables commitment) {
    leastUpHours = hours(settings.minUpTime(), 0);
    leastDownHours = hours(settings.minDownTime(), 0);
    double most = Math.max(DAY, Math.max(leastUpHours, leastDownHours));
    double start = Math.min(most, hours(settings.initialTime(), most));
    on = commitment.choice("on", 2, settings.initialMw() > 0 ? 1 : 0, Visibility.OWNER);
    hoursInState = commitment.real("hoursInState", "h", 0, most, start, Visibility.OWNER);
  }

  private static double hours(Duration time, double otherwise) {
    return time == null ? otherwise : time.toNanos() / 3.6e12;
  }

  boolean on() {
    return on.get() == 1;
  }

  boolean mustStayOn() {
    return on() && hoursInState.get() < leastUpHours - NEARLY;
  }

  boolean mustStayOff() {
    return !on() && hoursInState.get() < leastDownHours - NEARLY;
  }

  /** Counts a step that ended on or off. */
  void count(boolean nowOn, double hours) {
    if (nowOn == on()) {
      hoursInState.add(hours);
    } else {
      on.set(nowOn ? 1 : 0);
      hoursInState.set(hours);
    }
  }
}
