package powergrid.engine.catalog;

/** A plug-in that a scenario names cannot be had, and why. */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A plug-in cannot be had.
   *
   * @param message why, and what would help
   */
  public UnavailableException(String message) {
    super(message);
  }
}
