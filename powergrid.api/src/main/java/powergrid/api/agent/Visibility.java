package powergrid.api.agent;

/** Who can see a state variable. Beyond its owner it travels as counted telemetry messages. */
public enum Visibility {
  /** Nobody; recorded and restored only. */
  HIDDEN,
  /** The agent that owns it. */
  OWNER,
  /** Its parent too. */
  PARENT,
  /** All agents of its level. */
  LEVEL,
  /** Everybody: global state. */
  ALL
}
