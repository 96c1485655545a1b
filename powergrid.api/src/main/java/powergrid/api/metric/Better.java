package powergrid.api.metric;

/** Which values of a metric are better. */
public enum Better {
  /** Lower ones, as of a cost. */
  LOWER,
  /** Higher ones, as of a reward. */
  HIGHER,
  /** Neither: it says what happened and not how good that was, as a price. */
  NEITHER
}
