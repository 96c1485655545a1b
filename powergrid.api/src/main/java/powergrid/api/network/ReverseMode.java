package powergrid.api.network;

/** What a regulator does while power flows from its to side to its from side. */
public enum ReverseMode {
  /** It regulates its to side as ever, line-drop compensation included. */
  LOCKED_FORWARD,
  /** It stays where it is. */
  IDLE,
  /** It goes back to neutral. */
  NEUTRAL,
  /** It regulates its from side instead. */
  BIDIRECTIONAL,
  /**
   * It regulates its to side, but without line-drop compensation: the source is still behind it.
   */
  COGENERATION
}
