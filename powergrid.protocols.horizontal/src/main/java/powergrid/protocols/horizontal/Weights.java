package powergrid.protocols.horizontal;

/** How much a neighbour's number counts. */
final class Weights {
  private Weights() {}

  /**
   * A weight.
   *
   * @param own neighbours
   * @param others neighbours of the neighbour
   * @param constant the same for all; NaN for that of Metropolis
   */
  static double of(int own, int others, double constant) {
    return Double.isNaN(constant) ? 1.0 / (1 + Math.max(own, others)) : constant;
  }
}
