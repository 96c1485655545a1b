package powergrid.devices.generator;

import java.util.List;
import powergrid.api.device.Polyline;

/** What a running unit costs by its power, and the straight marginal cost that stands for it. */
final class OperatingCost {
  private final double quadratic;
  private final double linear;
  private final double constant;
  private final Polyline curve;
  private final List<CostPoint> points;
  private final double sell;
  private final double slope;

  OperatingCost(GeneratorSettings settings) {
    double fuel = settings.fuelPrice();
    quadratic = settings.costQuadratic() + fuel * settings.heatRateQuadratic();
    linear =
        settings.costLinear()
            + fuel * settings.heatRateLinear()
            + settings.carbonPrice() * settings.emissionFactor();
    constant = settings.costConstant() + fuel * settings.heatRateConstant();
    points = settings.costCurve();
    if (points.isEmpty()) {
      curve = null;
      sell = linear;
      slope = quadratic;
    } else {
      double[] mw = points.stream().mapToDouble(CostPoint::mw).toArray();
      double[] usd = points.stream().mapToDouble(CostPoint::usdPerHour).toArray();
      double rise = riseOfSlope(mw, usd);
      int last = mw.length - 1;
      double mean = (usd[last] - usd[0]) / (mw[last] - mw[0]);
      curve = new Polyline(mw, usd);
      sell = linear + mean - rise * (mw[0] + mw[last]) / 2;
      slope = quadratic + rise / 2;
    }
  }

  /**
   * The slope of the straight line through the pieces' slopes, each taken at its piece's middle and
   * weighted by its length: least squares. Not below 0 for a convex curve.
   */
  private static double riseOfSlope(double[] mw, double[] usd) {
    int last = mw.length - 1;
    double centre = (mw[0] + mw[last]) / 2; // the weighted mean of the middles
    double covariance = 0;
    double variance = 0;
    for (int i = 1; i <= last; i++) {
      double off = (mw[i - 1] + mw[i]) / 2 - centre;
      covariance += (usd[i] - usd[i - 1]) * off;
      variance += (mw[i] - mw[i - 1]) * off * off;
    }
    return variance > 0 ? Math.max(0, covariance / variance) : 0;
  }

  /** Cost of running at a power, USD/h. */
  double perHour(double mw) {
    double smooth = (quadratic * mw + linear) * mw + constant;
    return curve == null ? smooth : smooth + curve.at(mw);
  }

  /** The marginal cost that it offers at no power, USD/MWh. */
  double sell() {
    return sell;
  }

  /** Half of what the offered marginal cost rises by a MW, USD/MW²h. */
  double slope() {
    return slope;
  }

  /** Of its smooth part, USD/MW²h. */
  double quadratic() {
    return quadratic;
  }

  /** Of its smooth part, USD/MWh. */
  double linear() {
    return linear;
  }

  /** Of its smooth part, USD/h. */
  double constant() {
    return constant;
  }

  /** Whether it has straight pieces, on top of its smooth part. */
  boolean hasPieces() {
    return curve != null;
  }

  int pieces() {
    return points.size() - 1;
  }

  /** Marginal cost on a piece, USD/MWh. */
  double slopeOfPiece(int i) {
    CostPoint from = points.get(i);
    CostPoint to = points.get(i + 1);
    return (to.usdPerHour() - from.usdPerHour()) / (to.mw() - from.mw());
  }

  /** Where a piece would meet no power, USD/h. */
  double offsetOfPiece(int i) {
    return points.get(i).usdPerHour() - slopeOfPiece(i) * points.get(i).mw();
  }

  /** Not above what the pieces cost at any share of any power, USD/h. */
  double leastOfPieces() {
    return points.stream().mapToDouble(CostPoint::usdPerHour).map(c -> Math.min(0, c)).sum();
  }

  /** Not below what the pieces cost at any power, USD/h. */
  double greatestOfPieces() {
    return points.stream().mapToDouble(CostPoint::usdPerHour).map(Math::abs).sum();
  }
}
