package powergrid.scenario.path;

/** A path that leads nowhere; the message says where it ends and what is there. */
public class NoSuchPath extends Exception {
  private static final long serialVersionUID = 1L;

  NoSuchPath(String message) {
    super(message);
  }
}
