package powergrid.api.device;

/**
 * Default volt-var and volt-watt characteristics, by voltage in per unit: IEEE Std 1547-2018,
 * tables 8 and 10.
 */
public final class VoltageCurve {
  private VoltageCurve() {}

  /**
   * The volt-var characteristic of a category.
   *
   * @param category A or B
   * @return reactive power injected, as a share of the rating in VA
   */
  public static Polyline voltVar(Category category) {
    return category == Category.A
        ? new Polyline(new double[] {0.90, 1.00, 1.10}, new double[] {0.25, 0, -0.25})
        : new Polyline(new double[] {0.92, 0.98, 1.02, 1.08}, new double[] {0.44, 0, 0, -0.44});
  }

  /**
   * The volt-watt characteristic.
   *
   * @return greatest active power injected, as a share of the rating
   */
  public static Polyline voltWatt() {
    return new Polyline(new double[] {1.06, 1.10}, new double[] {1, 0.2});
  }

  /**
   * Performance categories of IEEE Std 1547-2018, clause 5.2: B is for high shares of renewables.
   */
  public enum Category {
    /** A quarter of the rating as reactive power, no dead band. */
    A,
    /** 0.44 of the rating as reactive power, a dead band from 0.98 to 1.02 pu. */
    B
  }
}
