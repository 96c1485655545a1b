package powergrid.devices.wind;

import java.util.Arrays;
import java.util.List;

/**
 * A power curve by the speed where the wind is measured: straight between its points, 0 below the
 * first and above the cut-out speed. Slopes and the speeds' change with height are computed
 * beforehand, so that looking it up is a search and a product.
 */
final class PowerCurve {
  private final double[] speed;
  private final double[] power;
  private final double[] slope;
  private final double cutOut;

  /**
   * A curve.
   *
   * @param points at the hub, speeds ascending
   * @param cutOut speed at the hub above which there is no power; the last point's power lasts to
   *     it
   * @param gain speed at the hub over speed where it is measured
   * @param ratedMw power of a share of 1
   */
  PowerCurve(List<PowerCurvePoint> points, double cutOut, double gain, double ratedMw) {
    this.cutOut = cutOut / gain;
    speed = new double[points.size()];
    power = new double[points.size()];
    slope = new double[points.size()];
    for (int i = 0; i < speed.length; i++) {
      speed[i] = points.get(i).speed() / gain;
      power[i] = points.get(i).share() * ratedMw;
    }
    for (int i = 1; i < speed.length; i++) {
      slope[i - 1] = (power[i] - power[i - 1]) / (speed[i] - speed[i - 1]);
    }
  }

  /**
   * Its power.
   *
   * @param measured speed of the wind where it is measured, m/s
   * @return MW
   */
  double mw(double measured) {
    if (!(measured >= speed[0] && measured <= cutOut)) {
      return 0;
    }
    int found = Arrays.binarySearch(speed, measured);
    int i = found >= 0 ? found : -found - 2;
    return power[i] + slope[i] * (measured - speed[i]);
  }
}
