package powergrid.api.dataset;

/** When an agent knows an interval's value. */
public enum Known {
  /** Beforehand, for as far as the series goes: a tariff, a day-ahead price. */
  AHEAD,
  /** At the start of the interval: a posted price. */
  NOW,
  /** Only when the interval is over: load and weather. */
  AFTER
}
