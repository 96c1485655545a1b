package powergrid.console;

/** What was asked for could not be done, through no fault of the input. Its message says why. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message);
  }
}
