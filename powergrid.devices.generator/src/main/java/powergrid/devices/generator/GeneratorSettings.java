package powergrid.devices.generator;

import java.time.Duration;
import java.util.List;
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
 * @param costCurve cost in straight pieces instead of the three before, convex
 * @param startUpCost of every start
 * @param shutDownCost of every stop
 * @param fuelPrice of the heat that it takes
 * @param heatRateQuadratic of the heat rate
 * @param heatRateLinear of the heat rate: the incremental heat rate
 * @param heatRateConstant of the heat rate, while running
 * @param emissionFactor CO₂ of every MWh
 * @param carbonPrice of the CO₂
 * @param rampMwPerHour greatest change of power, up and down; NaN for no limit
 * @param rampUpMwPerHour greatest rise of power; NaN for {@code rampMwPerHour}
 * @param rampDownMwPerHour greatest fall of power; NaN for {@code rampMwPerHour}
 * @param commitment what decides whether it runs
 * @param minUpTime how long it runs at least once started; null for no limit
 * @param minDownTime how long it stands still at least once stopped; null for no limit
 * @param initialMw power before the first step, from where it ramps; 0 for off
 * @param initialTime how long it has been on, or off, before the first step; null for long enough
 * @param qMaxMvar greatest reactive power either way
 * @param capability reactive power by active power, instead of {@code qMaxMvar}
 * @param ratingMva greatest apparent power; NaN to take what greatest active and reactive power
 *     need together
 * @param gridForming whether it can carry an island
 * @param voltagePu voltage that it forms then
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
            optional = true,
            help = "Cost in straight pieces instead of a, b and c: corners from pMinMw to pMaxMw")
        List<CostPoint> costCurve,
    @Field(unit = "USD", min = 0, value = "0", help = "Cost of every start") double startUpCost,
    @Field(unit = "USD", min = 0, value = "0", help = "Cost of every stop") double shutDownCost,
    @Field(unit = "USD/GJ", min = 0, value = "0", help = "Price of the heat that it takes")
        double fuelPrice,
    @Field(
            unit = "GJ/MW²h",
            min = 0,
            value = "0",
            help = "a of the heat rate a P² + b P + c in GJ/h")
        double heatRateQuadratic,
    @Field(
            unit = "GJ/MWh",
            min = 0,
            value = "0",
            help = "b of the heat rate a P² + b P + c in GJ/h")
        double heatRateLinear,
    @Field(unit = "GJ/h", min = 0, value = "0", help = "c of the heat rate, while running")
        double heatRateConstant,
    @Field(unit = "t/MWh", min = 0, value = "0", help = "CO2 of every MWh") double emissionFactor,
    @Field(unit = "USD/t", min = 0, value = "0", help = "Price of the CO2") double carbonPrice,
    @Field(
            unit = "MW/h",
            min = 1e-6,
            optional = true,
            help = "Greatest change of power; none if left out")
        double rampMwPerHour,
    @Field(
            unit = "MW/h",
            min = 1e-6,
            optional = true,
            help = "Greatest rise of power; rampMwPerHour if left out")
        double rampUpMwPerHour,
    @Field(
            unit = "MW/h",
            min = 1e-6,
            optional = true,
            help = "Greatest fall of power; rampMwPerHour if left out")
        double rampDownMwPerHour,
    @Field(
            value = "implied",
            help = "What decides whether it runs: implied by the set point p, or an action on")
        Commitment commitment,
    @Field(optional = true, help = "How long it runs at least once started") Duration minUpTime,
    @Field(optional = true, help = "How long it stands still at least once stopped")
        Duration minDownTime,
    @Field(unit = "MW", min = 0, value = "0", help = "Power before the first step; 0 for off")
        double initialMw,
    @Field(
            optional = true,
            help = "How long it has been on or off before the first step; long enough if left out")
        Duration initialTime,
    @Field(unit = "MVAr", min = 0, value = "0", help = "Greatest reactive power either way")
        double qMaxMvar,
    @Field(
            optional = true,
            help = "Reactive power by active power instead of qMaxMvar: corners of the curve")
        List<CapabilityPoint> capability,
    @Field(unit = "MVA", min = 1e-6, optional = true, help = "Greatest apparent power")
        double ratingMva,
    @Field(value = "false", help = "Whether it can carry an island") boolean gridForming,
    @Field(
            unit = "pu",
            min = 0.8,
            max = 1.2,
            value = "1",
            help = "Voltage that it forms in an island")
        double voltagePu) {
  /** What decides whether a unit runs. */
  public enum Commitment {
    /** The set point: below half the least power it is off. */
    IMPLIED,
    /** The action {@code on}. */
    ACTION
  }

  /** Checks what goes together. */
  public GeneratorSettings {
    costCurve = costCurve == null ? List.of() : List.copyOf(costCurve);
    capability = capability == null ? List.of() : List.copyOf(capability);
    atMost("pMinMw", pMinMw, "MW", "pMaxMw", pMaxMw);
    atMost("initialMw", initialMw, "MW", "pMaxMw", pMaxMw);
    if (initialMw > 0 && initialMw < pMinMw) {
      throw new ConfigurationException(
          "initialMw",
          initialMw + " MW is below pMinMw, " + pMinMw + " MW: give 0 for off, or at least that");
    }
    if (ratingMva < pMaxMw) {
      throw new ConfigurationException(
          "ratingMva", ratingMva + " MVA is below pMaxMw, " + pMaxMw + " MW: give at least that");
    }
    if (!costCurve.isEmpty()) {
      if (costQuadratic != 0 || costLinear != 0 || costConstant != 0) {
        throw new ConfigurationException(
            "costCurve",
            "there are costQuadratic, costLinear or costConstant too: give either, not both");
      }
      checkCost(costCurve, pMinMw, pMaxMw);
    }
    if (fuelPrice > 0 && heatRateQuadratic + heatRateLinear + heatRateConstant == 0) {
      throw new ConfigurationException(
          "fuelPrice", fuelPrice + " USD/GJ of no heat: give heatRateLinear too");
    }
    if (carbonPrice > 0 && emissionFactor == 0) {
      throw new ConfigurationException(
          "carbonPrice", carbonPrice + " USD/t of no emission: give emissionFactor too");
    }
    if (!capability.isEmpty()) {
      if (qMaxMvar != 0) {
        throw new ConfigurationException(
            "capability", "there is qMaxMvar, " + qMaxMvar + " MVAr, too: give either, not both");
      }
      for (int i = 1; i < capability.size(); i++) {
        ascending("capability", i, capability.get(i - 1).mw(), capability.get(i).mw());
      }
    }
  }

  private static void atMost(
      String name, double value, String unit, String boundName, double bound) {
    if (value > bound) {
      throw new ConfigurationException(
          name,
          String.format(
              "%s %s is above %s, %s %s: give at most that", value, unit, boundName, bound, unit));
    }
  }

  private static void ascending(String name, int i, double before, double mw) {
    if (!(mw > before)) {
      throw new ConfigurationException(
          name + "." + i + ".mw", mw + " MW is not above the corner before, " + before + " MW");
    }
  }

  private static void checkCost(List<CostPoint> corners, double pMinMw, double pMaxMw) {
    double first = corners.get(0).mw();
    double last = corners.get(corners.size() - 1).mw();
    if (corners.size() < 2 || first > pMinMw || last < pMaxMw) {
      throw new ConfigurationException(
          "costCurve",
          String.format(
              "its %d corners go from %s to %s MW: give at least two, from pMinMw, %s MW, or less"
                  + " to pMaxMw, %s MW, or more",
              corners.size(), first, last, pMinMw, pMaxMw));
    }
    double slope = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < corners.size(); i++) {
      CostPoint from = corners.get(i - 1);
      CostPoint to = corners.get(i);
      ascending("costCurve", i, from.mw(), to.mw());
      double next = (to.usdPerHour() - from.usdPerHour()) / (to.mw() - from.mw());
      if (next < slope - 1e-9 * Math.abs(slope)) {
        throw new ConfigurationException(
            "costCurve." + i + ".usdPerHour",
            String.format(
                "the marginal cost falls from %s to %s USD/MWh at %s MW: give a convex curve",
                slope, next, from.mw()));
      }
      slope = next;
    }
  }

  double apparentLimitMva() {
    if (!Double.isNaN(ratingMva)) {
      return ratingMva;
    }
    double most = qMaxMvar;
    for (CapabilityPoint corner : capability) {
      most = Math.max(most, Math.max(corner.qMaxMvar(), -corner.qMinMvar()));
    }
    return Math.hypot(pMaxMw, most);
  }

  double riseLimitMwPerHour() {
    return limit(rampUpMwPerHour);
  }

  double fallLimitMwPerHour() {
    return limit(rampDownMwPerHour);
  }

  private double limit(double own) {
    double given = Double.isNaN(own) ? rampMwPerHour : own;
    return Double.isNaN(given) ? Double.POSITIVE_INFINITY : given;
  }
}
