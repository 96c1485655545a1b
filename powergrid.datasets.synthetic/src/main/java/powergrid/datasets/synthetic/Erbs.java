package powergrid.datasets.synthetic;

/** How much of the irradiance comes from all over the sky: Erbs, Klein and Duffie. */
final class Erbs {
  private Erbs() {}

  /**
   * The diffuse share of the global horizontal irradiance.
   *
   * @param clearness index: global horizontal irradiance by that outside the atmosphere
   * @return 0 to 1
   */
  static double diffuseShare(double clearness) {
    if (clearness <= 0.22) {
      return 1 - 0.09 * clearness;
    }
    if (clearness > 0.8) {
      return 0.165;
    }
    double k = clearness;
    return 0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336)));
  }
}
