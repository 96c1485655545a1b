package powergrid.engine.world;

/** The plug-in whose code runs or ran last: the one that a failure is laid to. */
final class Running {
  private String label = "";

  /** In words. */
  String label() {
    return label;
  }

  /** Says whose code runs from now on. */
  void now(String plugin) {
    label = plugin;
  }
}
