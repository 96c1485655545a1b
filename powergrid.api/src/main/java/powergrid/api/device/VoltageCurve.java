package powergrid.api.device;

/**
 * A continuous function of voltage in straight pieces, constant beyond its ends: a volt-var or
 * volt-watt characteristic. Immutable.
 *
 * <p>Defaults are those of IEEE Std 1547-2018, tables 8 and 10.
 */
public final class VoltageCurve {
  private final double[] pu;
  private final double[] value;

  /**
   * A curve.
   *
   * @param pu voltages of its corners, not descending; where two are equal it would jump, so the
   *     values there must be too
   * @param value at the corners
   */
  public VoltageCurve(double[] pu, double[] value) {
    if (pu.length == 0 || pu.length != value.length) {
      throw new IllegalArgumentException(pu.length + " voltages and " + value.length + " values");
    }
    for (int i = 1; i < pu.length; i++) {
      if (!(pu[i] > pu[i - 1] || (pu[i] == pu[i - 1] && value[i] == value[i - 1]))) {
        throw new IllegalArgumentException(
            "a corner at " + pu[i] + " pu after one at " + pu[i - 1] + " pu: give more");
      }
    }
    this.pu = pu.clone();
    this.value = value.clone();
  }

  /**
   * The default volt-var characteristic of a category.
   *
   * @param category A or B
   * @return reactive power injected, as a share of the rating in VA
   */
  public static VoltageCurve voltVar(Category category) {
    return category == Category.A
        ? new VoltageCurve(new double[] {0.90, 1.00, 1.10}, new double[] {0.25, 0, -0.25})
        : new VoltageCurve(new double[] {0.92, 0.98, 1.02, 1.08}, new double[] {0.44, 0, 0, -0.44});
  }

  /**
   * The default volt-watt characteristic.
   *
   * @return greatest active power injected, as a share of the rating
   */
  public static VoltageCurve voltWatt() {
    return new VoltageCurve(new double[] {1.06, 1.10}, new double[] {1, 0.2});
  }

  /**
   * Its value.
   *
   * @param voltage pu
   * @return between the values of the corners on both sides
   */
  public double at(double voltage) {
    if (voltage <= pu[0]) {
      return value[0];
    }
    for (int i = 1; i < pu.length; i++) {
      if (voltage < pu[i]) {
        double share = (voltage - pu[i - 1]) / (pu[i] - pu[i - 1]);
        return value[i - 1] + share * (value[i] - value[i - 1]);
      }
    }
    return value[pu.length - 1];
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
