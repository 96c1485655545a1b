package powergrid.deploy;

/** A jar in the plug-in folder cannot be used; the message says why and what would help. */
final class UnusableJarException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean incomplete;

  private UnusableJarException(String message, boolean incomplete, Throwable cause) {
    super(message, cause);
    this.incomplete = incomplete;
  }

  /** A complete jar that is not what the workbench needs. */
  static UnusableJarException refused(String message) {
    return new UnusableJarException(message, false, null);
  }

  /** A file that is no whole jar, or not yet: it may still be being written. */
  static UnusableJarException incomplete(String message, Throwable cause) {
    return new UnusableJarException(message, true, cause);
  }

  /** Whether waiting may help. */
  boolean incomplete() {
    return incomplete;
  }
}
