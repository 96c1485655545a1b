package powergrid.datasets.synthetic;

import powergrid.api.dataset.Period;
import powergrid.api.random.RandomStream;

/** Goes through a period interval by interval, along with its days. */
final class Walk {
  private final double startHour;
  private final double hours;
  private final long startDay;
  private final Days days;
  private long day;
  private double hour;

  Walk(SyntheticSettings settings, Period period, RandomStream random) {
    startHour = period.start().toLocalTime().toNanoOfDay() / 3.6e12;
    startDay = period.start().toLocalDate().toEpochDay();
    hours = period.step().toNanos() / 3.6e12;
    days = new Days(settings, random.split("days"), period.start().toLocalDate());
    day = startDay;
  }

  /** Moves on to the middle of an interval. */
  void moveTo(int interval) {
    double sinceFirstMidnight = startHour + (interval + 0.5) * hours;
    long passed = (long) (sinceFirstMidnight / 24);
    day = startDay + passed;
    hour = sinceFirstMidnight - 24 * passed;
    days.moveTo(day);
  }

  /** Length of an interval, hours. */
  double hours() {
    return hours;
  }

  /** Days since 1970 at the middle of the interval. */
  long day() {
    return day;
  }

  /** Hours since midnight at the middle of the interval. */
  double hour() {
    return hour;
  }

  /** The day it is in. */
  Days days() {
    return days;
  }
}
