package powergrid.console;

/** What a user gave cannot be used. Its message says what, why, and what would be right. */
final class WrongInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongInput(String message) {
    super(message);
  }
}
