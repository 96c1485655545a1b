package powergrid.api.scenario;

/** What the numbers of a caller's continuous actions are. */
public enum ActionScale {
  /** In the units of the axes. */
  PHYSICAL,
  /** From −1 for an axis' least value to 1 for its greatest. */
  NORMALISED
}
