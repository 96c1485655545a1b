package powergrid.gateway.wire;

import java.util.Locale;

/** Why a request is refused, and whether the connection ends with it. */
public enum Code {
  /** What comes is no frame, or stops within one. */
  BAD_FRAME(true),
  /** A length above the limit. */
  FRAME_TOO_LARGE(true),
  /** The first frame is no hello. */
  BAD_HELLO(true),
  /** The token is missing or wrong. */
  BAD_TOKEN(true),
  /** Another protocol is spoken here. */
  BAD_VERSION(true),
  /** As many clients as there may be. */
  BUSY(true),
  /** A control frame that asks for nothing there is. */
  BAD_REQUEST(false),
  /** The scenario has mistakes. */
  BAD_SCENARIO(false),
  /** Nobody is left for a caller to drive. */
  NO_AGENTS(false),
  /** Nothing is open. */
  NOT_OPEN(false),
  /** No episode is running. */
  NOT_RESET(false),
  /** Another number of actions than there are. */
  BAD_SHAPE(false),
  /** A number that is no action. */
  BAD_ACTION(false),
  /** An action of nobody. */
  UNKNOWN_AGENT(false),
  /** The agents are not those that the client was told of. */
  SCHEMA_CHANGED(false),
  /** A plug-in failed or went. */
  ENVIRONMENT_FAILED(false),
  /** A mistake of ours. */
  INTERNAL(false);

  private final boolean closes;

  Code(boolean closes) {
    this.closes = closes;
  }

  /**
   * As it is written.
   *
   * @return lower case, with hyphens
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether the connection ends.
   *
   * @return true where what follows could not be trusted
   */
  public boolean closes() {
    return closes;
  }
}
