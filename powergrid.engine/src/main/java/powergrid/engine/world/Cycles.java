package powergrid.engine.world;

import java.time.LocalDateTime;
import java.time.Year;
import powergrid.api.space.Axis;

/**
 * Where the clock stands in the day, the week and the year, as a point on a circle each: sine and
 * cosine, so that midnight, Monday and New Year are no jumps.
 */
final class Cycles {
  private static final double DAY = 24;
  private static final double WEEK = 7 * DAY;

  private static final Axis[] AXES = {
    Axis.real("clock.daySin", "", -1, 1),
    Axis.real("clock.dayCos", "", -1, 1),
    Axis.real("clock.weekSin", "", -1, 1),
    Axis.real("clock.weekCos", "", -1, 1),
    Axis.real("clock.yearSin", "", -1, 1),
    Axis.real("clock.yearCos", "", -1, 1),
  };

  private final double[] values = new double[AXES.length];
  private double hourOfDay;
  private double hourOfWeek;
  private double hourOfYear;
  private int year;

  static Axis[] axes() {
    return AXES.clone();
  }

  /** By axis; live. */
  double[] values() {
    return values;
  }

  /** Starts an episode. */
  void start(LocalDateTime start) {
    hourOfDay = start.toLocalTime().toSecondOfDay() / 3600.0;
    hourOfWeek = (start.getDayOfWeek().getValue() - 1) * DAY + hourOfDay;
    hourOfYear = (start.getDayOfYear() - 1) * DAY + hourOfDay;
    year = start.getYear();
  }

  /** Moves to a moment, hours after the start. */
  void moveTo(double hours) {
    put(0, (hourOfDay + hours) / DAY);
    put(2, (hourOfWeek + hours) / WEEK);
    int present = year;
    double passed = hourOfYear + hours;
    while (passed >= hoursOf(present)) {
      passed -= hoursOf(present++);
    }
    put(4, passed / hoursOf(present));
  }

  private static double hoursOf(int year) {
    return (Year.isLeap(year) ? 366 : 365) * DAY;
  }

  private void put(int at, double turns) {
    values[at] = StrictMath.sin(2 * Math.PI * turns);
    values[at + 1] = StrictMath.cos(2 * Math.PI * turns);
  }
}
