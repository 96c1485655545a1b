package powergrid.devices.generator;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.DeviceContract;

/** With all that a generator can have. */
class CommittedGeneratorContractTest extends DeviceContract<GeneratorSettings> {
  private static final double P_MIN_MW = 0.15;

  @Override
  protected DeviceFactory<GeneratorSettings> factory() {
    return new GeneratorFactory();
  }

  @Override
  protected GeneratorSettings configuration() {
    return Configured.of(GeneratorSettings.class)
        .with("pMaxMw", 0.66)
        .with("pMinMw", P_MIN_MW)
        .with(
            "costCurve",
            "[{mw: 0, usdPerHour: 3}, {mw: 0.3, usdPerHour: 20}, " + "{mw: 0.66, usdPerHour: 50}]")
        .with("startUpCost", 11)
        .with("shutDownCost", 7)
        .with("fuelPrice", 4)
        .with("heatRateLinear", 9)
        .with("emissionFactor", 0.7)
        .with("carbonPrice", 50)
        .with("rampUpMwPerHour", 0.8)
        .with("rampDownMwPerHour", 0.5)
        .with("commitment", "action")
        .with("minUpTime", "2h")
        .with("minDownTime", "1h")
        .with(
            "capability",
            "[{mw: 0, qMinMvar: -0.3, qMaxMvar: 0.5}, "
                + "{mw: 0.66, qMinMvar: -0.1, qMaxMvar: 0.2}]")
        .with("ratingMva", 0.7)
        .with("gridForming", true)
        .build();
  }

  @Override
  protected boolean runsAt(double pMw) {
    return pMw == 0 || pMw >= P_MIN_MW;
  }
}
