package powergrid.networks.pandapower;

/**
 * What a tap changer makes of a transformer's ratio: it adds to the voltage of its winding one of
 * {@code tap_step_percent} of it a step, at an angle of {@code tap_step_degree}; an ideal one turns
 * the voltage only.
 *
 * @param hvKv rated voltage of the high side at the tap, kV
 * @param lvKv rated voltage of the low side at the tap, kV
 * @param shiftDeg by how much more the low side lags the high side, degrees
 */
record TapChanger(double hvKv, double lvKv, double shiftDeg) {
  static TapChanger of(Element trafo) {
    if (trafo.flag("tap_dependency_table", false)) {
      throw trafo.error("tap_dependency_table is true, which has no counterpart here");
    }
    if (!trafo.text("tap2_changer_type", "").isEmpty() || trafo.has("tap2_pos")) {
      throw trafo.error("a second tap changer has no counterpart here");
    }
    double hv = trafo.positive("vn_hv_kv");
    double lv = trafo.positive("vn_lv_kv");
    String type = type(trafo);
    String side = trafo.text("tap_side", "");
    if (type.isEmpty() || side.isEmpty() || !trafo.has("tap_pos")) {
      return new TapChanger(hv, lv, 0);
    }
    if (!side.equals("hv") && !side.equals("lv")) {
      throw trafo.error("tap_side is " + side + ", neither hv nor lv");
    }
    boolean atHv = side.equals("hv");
    double steps = trafo.number("tap_pos") - trafo.number("tap_neutral");
    double fraction = steps * trafo.number("tap_step_percent", 0) / 100;
    double degrees = trafo.number("tap_step_degree", 0);
    double sign = atHv ? 1 : -1;
    return switch (type) {
      case "Ideal" -> new TapChanger(hv, lv, sign * turned(trafo, steps, fraction, degrees));
      case "Ratio", "Symmetrical" -> {
        double angle = Math.toRadians(degrees);
        double along = 1 + fraction * StrictMath.cos(angle);
        double across = fraction * StrictMath.sin(angle);
        double factor = StrictMath.hypot(along, across);
        double shift = Math.toDegrees(StrictMath.atan(sign * across / along));
        yield new TapChanger(atHv ? hv * factor : hv, atHv ? lv : lv * factor, shift);
      }
      default ->
          throw trafo.error("tap_changer_type is " + type + ", not Ratio, Symmetrical or Ideal");
    };
  }

  /** Pandapower 3 has types; before, a phase shifter was marked, and all else a ratio. */
  private static String type(Element trafo) {
    if (trafo.knows("tap_changer_type")) {
      return trafo.text("tap_changer_type", "");
    }
    return trafo.flag("tap_phase_shifter", false) ? "Ideal" : "Ratio";
  }

  private static double turned(Element trafo, double steps, double fraction, double degrees) {
    if (degrees != 0 && fraction != 0) {
      throw trafo.error("an ideal tap changer has tap_step_degree or tap_step_percent, not both");
    }
    return degrees != 0 ? steps * degrees : 2 * Math.toDegrees(StrictMath.asin(fraction / 2));
  }
}
