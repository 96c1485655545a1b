package powergrid.launcher;

/** The workbench does not start; the message says why and what would help. */
final class LaunchException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int FAILED = 1;
  private static final int WRONG_INPUT = 2;

  private final int status;

  private LaunchException(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  static LaunchException wrongInput(String message) {
    return new LaunchException(WRONG_INPUT, message, null);
  }

  static LaunchException failed(String message, Throwable cause) {
    return new LaunchException(FAILED, message, cause);
  }

  /** The exit status it deserves. */
  int status() {
    return status;
  }
}
