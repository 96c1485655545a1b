package powergrid.api.network;

/** How equipment is connected to its phases. */
public enum Connection {
  /** Line to neutral. */
  WYE,
  /** Line to line: slot a is a–b, slot b is b–c, slot c is c–a. */
  DELTA
}
