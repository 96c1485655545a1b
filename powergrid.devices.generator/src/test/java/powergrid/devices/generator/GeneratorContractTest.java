package powergrid.devices.generator;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.DeviceContract;

class GeneratorContractTest extends DeviceContract<GeneratorSettings> {
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
        .with("costQuadratic", 100)
        .with("costLinear", 72.4)
        .with("rampMwPerHour", 0.5)
        .with("qMaxMvar", 0.5)
        .with("ratingMva", 0.7)
        .build();
  }

  @Override
  protected boolean runsAt(double pMw) {
    return pMw == 0 || pMw >= P_MIN_MW;
  }
}
