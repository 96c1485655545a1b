package powergrid.devices.wind;

import java.util.ArrayList;
import java.util.List;

/**
 * Turbine classes of IEC 61400-1 and the power curve of each, composed of those of several turbines
 * of the class: King, Clifton and Hodge, <em>Validation of Power Output for the WIND Toolkit</em>,
 * NREL/TP-5D00-61714, 2014, from a cut-in speed of 3 m/s.
 */
public enum IecClass {
  /** High wind: a mean of up to 10 m/s at the hub. */
  I(
      25, 0.0043, 0.0323, 0.0771, 0.1426, 0.2329, 0.3528, 0.5024, 0.6732, 0.8287, 0.9264, 0.9774,
      0.9946, 0.999, 0.999, 1),
  /** Medium wind: a mean of up to 8.5 m/s. */
  II(25, 0.0052, 0.0423, 0.1031, 0.1909, 0.3127, 0.4731, 0.6693, 0.8554, 0.9641, 0.9942, 0.9994, 1),
  /** Low wind: a mean of up to 7.5 m/s. */
  III(22, 0.0054, 0.053, 0.1351, 0.2508, 0.4033, 0.5952, 0.7849, 0.9178, 0.9796, 1);

  private static final int CUT_IN = 3;

  @SuppressWarnings("ImmutableEnumChecker") // copied, and its points are records
  private final List<PowerCurvePoint> powerCurve;

  /** Shares at 3, 4, 5, … m/s; the last one lasts to the cut-out speed. */
  IecClass(double cutOut, double... shares) {
    List<PowerCurvePoint> points = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      points.add(new PowerCurvePoint(CUT_IN + i, shares[i]));
    }
    points.add(new PowerCurvePoint(cutOut, shares[shares.length - 1]));
    powerCurve = List.copyOf(points);
  }

  /**
   * Its power curve.
   *
   * @return points from the cut-in to the cut-out speed
   */
  public List<PowerCurvePoint> powerCurve() {
    return powerCurve;
  }
}
