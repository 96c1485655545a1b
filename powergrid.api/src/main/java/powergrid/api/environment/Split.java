package powergrid.api.environment;

/** Which of a scenario's days episodes are drawn from; see {@code data.split}. */
public enum Split {
  /** All of them. */
  ALL,
  /** Those to learn from. */
  TRAIN,
  /** Those to choose among what was learnt. */
  VALIDATION,
  /** Those to report on. */
  TEST
}
