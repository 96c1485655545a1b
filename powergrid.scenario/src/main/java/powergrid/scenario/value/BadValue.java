package powergrid.scenario.value;

/** A scalar that is not what its field takes; the message says why and what would be right. */
public final class BadValue extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A mistake.
   *
   * @param message with the value
   */
  public BadValue(String message) {
    super(message);
  }
}
