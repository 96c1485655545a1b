package powergrid.learning.ppo;

/** How a number changes while learning goes on. */
public enum Schedule {
  /** Not at all. */
  CONSTANT,
  /** It falls to zero along a line. */
  LINEAR;

  /**
   * What is left of the number.
   *
   * @param progress share of the steps that are taken, from 0
   * @return from 1 to 0
   */
  double left(double progress) {
    return this == CONSTANT ? 1 : Math.max(0, 1 - progress);
  }
}
