package powergrid.devices.wind;

import java.util.List;
import powergrid.api.device.InverterSettings;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * A wind unit's configuration.
 *
 * @param pMaxMw rated power
 * @param iecClass of the turbine, whose power curve it has
 * @param powerCurve points of another power curve, at least two, speeds ascending; empty for that
 *     of {@code iecClass}
 * @param cutOutMs speed at the hub above which it stands still; NaN for the power curve's last
 * @param hubHeightM of the turbine
 * @param measuredAtM height of the series' speed; NaN for the hub's
 * @param shearExponent of the wind's profile between both heights
 * @param inverter what it does about reactive power and voltage
 * @param windSpeed name of the series of wind speed
 */
public record WindSettings(
    @Field(unit = "MW", min = 1e-6, max = 1e4, example = "0.1", help = "Rated power") double pMaxMw,
    @Field(value = "ii", help = "IEC class of the turbine, whose power curve it has")
        IecClass iecClass,
    @Field(optional = true, help = "Another power curve: points {speed, share}, speeds ascending")
        List<PowerCurvePoint> powerCurve,
    @Field(
            unit = "m/s",
            min = 0.1,
            max = 100,
            optional = true,
            help = "Speed above which it stands still; the power curve's last if left out")
        double cutOutMs,
    @Field(unit = "m", min = 1, max = 300, value = "100", help = "Height of the hub")
        double hubHeightM,
    @Field(
            unit = "m",
            min = 1,
            max = 300,
            optional = true,
            help = "Height of the series' speed; the hub's if left out")
        double measuredAtM,
    @Field(
            min = 0,
            max = 1,
            value = "0.143",
            help = "Exponent of the wind's profile between both heights")
        double shearExponent,
    @Field(value = "{}", help = "Reactive power and response to voltage") InverterSettings inverter,
    @Field(value = "windSpeed", help = "Series of wind speed, m/s") String windSpeed) {
  /** Checks the power curve. */
  public WindSettings {
    powerCurve = List.copyOf(powerCurve);
    if (powerCurve.size() == 1) {
      throw new ConfigurationException("powerCurve", "one point is no curve: give two or more");
    }
    for (int i = 1; i < powerCurve.size(); i++) {
      double last = powerCurve.get(i - 1).speed();
      double speed = powerCurve.get(i).speed();
      if (!(speed > last)) {
        throw new ConfigurationException(
            "powerCurve", speed + " m/s after " + last + " m/s: give ascending speeds");
      }
    }
    double cutIn = curve(powerCurve, iecClass).get(0).speed();
    if (cutOutMs <= cutIn) {
      throw new ConfigurationException(
          "cutOutMs", cutOutMs + " m/s is not above the power curve's first speed, " + cutIn);
    }
  }

  private static List<PowerCurvePoint> curve(List<PowerCurvePoint> given, IecClass iecClass) {
    return given.isEmpty() ? iecClass.powerCurve() : given;
  }

  /** The power curve by the speed that the series has. */
  PowerCurve curve() {
    List<PowerCurvePoint> points = curve(powerCurve, iecClass);
    double cutOut = Double.isNaN(cutOutMs) ? points.get(points.size() - 1).speed() : cutOutMs;
    return new PowerCurve(points, cutOut, gain(), pMaxMw);
  }

  /** Speed at the hub over speed where it is measured. */
  private double gain() {
    return Double.isNaN(measuredAtM) ? 1 : Math.pow(hubHeightM / measuredAtM, shearExponent);
  }
}
