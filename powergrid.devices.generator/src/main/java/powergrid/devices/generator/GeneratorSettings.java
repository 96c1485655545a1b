package powergrid.devices.generator;

import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * A generator's configuration.
 *
 * @param pMaxMw greatest power
 * @param pMinMw least power while running
 * @param costQuadratic of the cost curve
 * @param costLinear of the cost curve
 * @param costConstant of the cost curve, while running
 * @param rampMwPerHour greatest change of power; NaN for no limit
 * @param initialMw power before the first step, from where it ramps
 * @param qMaxMvar greatest reactive power either way
 * @param ratingMva greatest apparent power; NaN to take what pMaxMw and qMaxMvar need together
 */
public record GeneratorSettings(
    @Field(unit = "MW", min = 1e-6, max = 1e4, example = "1", help = "Greatest power")
        double pMaxMw,
    @Field(unit = "MW", min = 0, value = "0", help = "Least power while running") double pMinMw,
    @Field(unit = "USD/MW²h", min = 0, value = "0", help = "a of the cost a P² + b P + c in USD/h")
        double costQuadratic,
    @Field(unit = "USD/MWh", value = "0", help = "b of the cost a P² + b P + c in USD/h")
        double costLinear,
    @Field(unit = "USD/h", min = 0, value = "0", help = "c of the cost, while running")
        double costConstant,
    @Field(
            unit = "MW/h",
            min = 1e-6,
            optional = true,
            help = "Greatest change of power; none if left out")
        double rampMwPerHour,
    @Field(unit = "MW", min = 0, value = "0", help = "Power before the first step")
        double initialMw,
    @Field(unit = "MVAr", min = 0, value = "0", help = "Greatest reactive power either way")
        double qMaxMvar,
    @Field(unit = "MVA", min = 1e-6, optional = true, help = "Greatest apparent power")
        double ratingMva) {
  /** Checks what goes together. */
  public GeneratorSettings {
    if (pMinMw > pMaxMw) {
      throw new ConfigurationException(
          "pMinMw", pMinMw + " MW is above pMaxMw, " + pMaxMw + " MW: give at most that");
    }
    if (initialMw > pMaxMw) {
      throw new ConfigurationException(
          "initialMw", initialMw + " MW is above pMaxMw, " + pMaxMw + " MW: give at most that");
    }
    if (initialMw > 0 && initialMw < pMinMw) {
      throw new ConfigurationException(
          "initialMw",
          initialMw + " MW is below pMinMw, " + pMinMw + " MW: give 0 for off, or at least that");
    }
    if (ratingMva < pMaxMw) {
      throw new ConfigurationException(
          "ratingMva", ratingMva + " MVA is below pMaxMw, " + pMaxMw + " MW: give at least that");
    }
  }

  double apparentLimitMva() {
    return Double.isNaN(ratingMva) ? Math.hypot(pMaxMw, qMaxMvar) : ratingMva;
  }

  double rampLimitMwPerHour() {
    return Double.isNaN(rampMwPerHour) ? Double.POSITIVE_INFINITY : rampMwPerHour;
  }
}
