package powergrid.networks.opendss;

import java.util.Locale;

/** A unit of length; {@link #NONE} is whatever the other quantity has. */
enum LengthUnit {
  NONE(Double.NaN),
  MI(1609.344),
  KFT(304.8),
  KM(1000),
  M(1),
  FT(0.3048),
  IN(0.0254),
  CM(0.01),
  MM(0.001);

  private final double metres;

  LengthUnit(double metres) {
    this.metres = metres;
  }

  static LengthUnit of(Value value) {
    for (LengthUnit unit : values()) {
      if (unit.name().toLowerCase(Locale.ROOT).equals(value.name())) {
        return unit;
      }
    }
    throw value.wrong("give one of none, mi, kft, km, m, ft, in, cm, mm");
  }

  /** How many metres it is. */
  double metres() {
    return metres;
  }

  /** How many of another unit one of this is; 1 if either is unknown. */
  double in(LengthUnit other) {
    return this == NONE || other == NONE ? 1 : metres / other.metres;
  }
}
