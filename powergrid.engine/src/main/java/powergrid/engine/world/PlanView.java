package powergrid.engine.world;

import java.util.Arrays;
import java.util.Locale;
import powergrid.api.agent.Agent;
import powergrid.api.dataset.Series;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.Planning;
import powergrid.api.planning.Program;

/** The intervals ahead of the step that is decided next, and the devices that may be asked. */
final class PlanView implements Planning {
  private final Exogenous exogenous;
  private final Foresight foresight;
  private final double hoursOfStep;
  private final int taken;

  /** By interval, its first step, from the present one; one more for the end. */
  private final int[] first;

  private final Actor[] devices;

  PlanView(Common common, Foresight foresight, int[] steps, Actor[] devices) {
    exogenous = common.exogenous();
    hoursOfStep = common.hours();
    taken = common.moment().step();
    this.foresight = foresight;
    this.devices = devices;
    first = new int[steps.length + 1];
    for (int k = 0; k < steps.length; k++) {
      first[k + 1] = first[k] + Math.max(1, steps[k]);
    }
    int left = exogenous.steps() - taken;
    if (steps.length == 0 || Arrays.stream(steps).min().getAsInt() < 1 || last() > left) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "intervals of %s steps: it takes at least one, of a step or more, and %d steps in"
                  + " all are left",
              Arrays.toString(steps),
              left));
    }
  }

  private int last() {
    return first[first.length - 1];
  }

  @Override
  public int intervals() {
    return first.length - 1;
  }

  @Override
  public double hours(int interval) {
    return (first[interval + 1] - first[interval]) * hoursOfStep;
  }

  @Override
  public double value(Series series, int interval) {
    double sum = 0;
    for (int step = first[interval]; step < first[interval + 1]; step++) {
      sum += exogenous.outlook(series, foresight, step);
    }
    return sum / (first[interval + 1] - first[interval]);
  }

  @Override
  public double value(String series, int interval) {
    int i = exogenous.indexOf(series);
    return i < 0 ? Double.NaN : value(exogenous.series(i), interval);
  }

  @Override
  public int taken() {
    return taken;
  }

  @Override
  public double past(String series, int steps) {
    int i = exogenous.indexOf(series);
    return i < 0 ? Double.NaN : exogenous.past(i, steps);
  }

  @Override
  public boolean describe(Agent device, Program program) {
    return DeviceActor.asked(devices, device).device().plan(this, program);
  }
}
