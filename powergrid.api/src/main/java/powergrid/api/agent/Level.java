package powergrid.api.agent;

/** Where in the hierarchy an agent stands; a parent's level is above its children's. */
public enum Level {
  /** One piece of equipment. */
  DEVICE,
  /** A microgrid's controller: the usual learner. */
  GRID,
  /** A market or system operator above the grids. */
  SYSTEM
}
