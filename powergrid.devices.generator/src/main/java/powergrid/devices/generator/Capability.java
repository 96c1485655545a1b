package powergrid.devices.generator;

import java.util.List;
import powergrid.api.device.Polyline;

/** The reactive power that a unit can give by its active power. */
final class Capability {
  private final double ratingMva;
  private final double leastMvar;
  private final double greatestMvar;
  private final Polyline least;
  private final Polyline greatest;

  Capability(GeneratorSettings settings) {
    ratingMva = settings.apparentLimitMva();
    List<CapabilityPoint> points = settings.capability();
    if (points.isEmpty()) {
      least = null;
      greatest = null;
      leastMvar = 0.0 - settings.qMaxMvar();
      greatestMvar = settings.qMaxMvar();
    } else {
      double[] mw = points.stream().mapToDouble(CapabilityPoint::mw).toArray();
      double[] low = points.stream().mapToDouble(CapabilityPoint::qMinMvar).toArray();
      double[] high = points.stream().mapToDouble(CapabilityPoint::qMaxMvar).toArray();
      least = new Polyline(mw, low);
      greatest = new Polyline(mw, high);
      leastMvar = points.stream().mapToDouble(CapabilityPoint::qMinMvar).min().orElseThrow();
      greatestMvar = points.stream().mapToDouble(CapabilityPoint::qMaxMvar).max().orElseThrow();
    }
  }

  /** Whether there is reactive power at all. */
  boolean any() {
    return leastMvar < 0 || greatestMvar > 0;
  }

  /** The least reactive power at any active power. */
  double leastMvar() {
    return leastMvar;
  }

  /** The greatest reactive power at any active power. */
  double greatestMvar() {
    return greatestMvar;
  }

  /** What is left of a wish for reactive power, active power going first. */
  double limited(double mvar, double mw, boolean on) {
    if (!on && least != null) {
      return 0;
    }
    double room = Math.sqrt(Math.max(0, ratingMva * ratingMva - mw * mw));
    double low = least == null ? leastMvar : least.at(mw);
    double high = greatest == null ? greatestMvar : greatest.at(mw);
    return Math.max(Math.max(low, -room), Math.min(Math.min(high, room), mvar));
  }
}
