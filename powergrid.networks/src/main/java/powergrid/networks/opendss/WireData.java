package powergrid.networks.opendss;

/** A bare conductor's data, in metres and Ω/m. */
final class WireData extends Element {
  private double rdc = Double.NaN;
  private double rac = Double.NaN;
  private double gmr = Double.NaN;
  private double radius = Double.NaN;
  private double capRadius = Double.NaN;
  private LengthUnit resistanceUnits = LengthUnit.NONE;
  private LengthUnit gmrUnits = LengthUnit.NONE;
  private LengthUnit radiusUnits = LengthUnit.NONE;
  private double ratingA = Double.NaN;

  WireData(String name, Origin origin) {
    super("wiredata", name, origin);
  }

  @Override
  void set(String property, Value value, Circuit circuit) {
    switch (property) {
      case "rdc" -> rdc = value.above(0);
      case "rac" -> rac = value.above(0);
      case "runits" -> resistanceUnits = LengthUnit.of(value);
      case "gmrac" -> gmr = value.above(0);
      case "gmrunits" -> gmrUnits = LengthUnit.of(value);
      case "radius" -> radius = value.above(0);
      case "diam" -> radius = value.above(0) / 2;
      case "capradius" -> capRadius = value.above(0);
      case "radunits" -> radiusUnits = LengthUnit.of(value);
      case "normamps" -> ratingA = value.atLeast(0);
      default -> throw new AssertionError(property);
    }
  }

  /** Resistance to alternating current, Ω/m; where it is not given, 1.02 times the other. */
  double rac() {
    return checked(Double.isNaN(rac) ? 1.02 * rdc : rac, "rac or rdc")
        / metres(resistanceUnits, "runits");
  }

  /** Resistance to direct current, Ω/m. */
  double rdc() {
    return Double.isNaN(rdc) ? rac() / 1.02 : rdc / metres(resistanceUnits, "runits");
  }

  /** Outer radius, m; where it is not given, that of a solid wire of its geometric mean radius. */
  double radius() {
    return Double.isNaN(radius)
        ? checked(gmr, "diam, radius or gmrac") * metres(gmrUnits, "gmrunits") / 0.7788
        : radius * metres(radiusUnits, "radunits");
  }

  /** Geometric mean radius, m; where it is not given, that of a solid wire. */
  double gmr() {
    return Double.isNaN(gmr) ? 0.7788 * radius() : gmr * metres(gmrUnits, "gmrunits");
  }

  /** Radius for capacitance, m. */
  double capRadius() {
    return Double.isNaN(capRadius) ? radius() : capRadius * metres(radiusUnits, "radunits");
  }

  double ratingA() {
    return ratingA;
  }

  private double checked(double value, String what) {
    if (Double.isNaN(value)) {
      throw error("needs " + what);
    }
    return value;
  }

  private double metres(LengthUnit unit, String property) {
    if (unit == LengthUnit.NONE) {
      throw error("needs " + property + ", e.g. " + property + "=ft");
    }
    return unit.metres();
  }
}
