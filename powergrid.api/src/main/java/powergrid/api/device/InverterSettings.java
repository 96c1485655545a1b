package powergrid.api.device;

import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * How an inverter is rated and what it does about reactive power and voltage: the field {@code
 * inverter} of devices that have one.
 *
 * @param ratingMva greatest apparent power; NaN for the device's greatest active power
 * @param reactive what decides its reactive power
 * @param qMaxMvar greatest reactive power either way; NaN for the rating
 * @param powerFactor of the constant power factor: positive injects reactive power while active
 *     power is injected, negative absorbs it
 * @param category whose volt-var characteristic it has
 * @param voltWatt whether it lowers its active power at high voltage
 */
public record InverterSettings(
    @Field(
            unit = "MVA",
            min = 1e-6,
            optional = true,
            help = "Greatest apparent power; the greatest active power if left out")
        double ratingMva,
    @Field(
            value = "unity",
            help =
                "What decides its reactive power: nothing, an action q, a constant power factor, or"
                    + " the voltage")
        Reactive reactive,
    @Field(
            unit = "MVAr",
            min = 0,
            optional = true,
            help = "Greatest reactive power either way; the rating if left out")
        double qMaxMvar,
    @Field(
            min = -1,
            max = 1,
            value = "0.95",
            help = "Constant power factor: above 0 it injects reactive power, below it absorbs")
        double powerFactor,
    @Field(value = "b", help = "IEEE 1547-2018 category of its volt-var characteristic")
        VoltageCurve.Category category,
    @Field(value = "false", help = "Whether it lowers its power above 1.06 pu, by IEEE 1547-2018")
        boolean voltWatt) {
  /** An inverter at unity power factor, rated as its device. */
  public static final InverterSettings UNITY =
      new InverterSettings(
          Double.NaN, Reactive.UNITY, Double.NaN, 0.95, VoltageCurve.Category.B, false);

  /** What decides reactive power. */
  public enum Reactive {
    /** There is none. */
    UNITY,
    /** The action {@code q}, MVAr, at rest 0; active power goes first. */
    ACTION,
    /** A constant ratio to active power, which the rating bounds together. */
    POWER_FACTOR,
    /** The voltage, by the volt-var characteristic; reactive power goes first. */
    VOLT_VAR
  }

  /** Checks the power factor. */
  public InverterSettings {
    if (Math.abs(powerFactor) < 0.5) {
      throw new ConfigurationException(
          "powerFactor",
          powerFactor + " is nearer to 0 than 0.5: give 0.5 to 1, or -0.5 to -1 to absorb");
    }
  }
}
