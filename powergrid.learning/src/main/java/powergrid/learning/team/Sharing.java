package powergrid.learning.team;

/** Whose experience a network learns from. */
public enum Sharing {
  /** Each agent has a network of its own. */
  NONE,
  /** Agents of equal name, final digits left out, and of equal layout have one together. */
  ROLE
}
