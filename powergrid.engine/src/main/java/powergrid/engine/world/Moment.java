package powergrid.engine.world;

/** Where in an episode its world stands. */
final class Moment {
  private final double stepSeconds;
  private int step;

  /** The start of an episode with steps of a length. */
  Moment(double hours) {
    stepSeconds = 3600 * hours;
  }

  /** Steps taken before the present one. */
  int step() {
    return step;
  }

  void step(int taken) {
    step = taken;
  }

  /** When the present step begins, seconds since the episode's start. */
  double seconds() {
    return step * stepSeconds;
  }

  /** How many whole steps a time lies back. */
  int stepsSince(double seconds) {
    return step - (int) Math.floor(seconds / stepSeconds + 1e-9);
  }

  /** A length of time in steps. */
  double steps(double seconds) {
    return seconds / stepSeconds;
  }
}
