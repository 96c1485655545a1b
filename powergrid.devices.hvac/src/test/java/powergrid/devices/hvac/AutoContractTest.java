package powergrid.devices.hvac;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.Balance;
import powergrid.testkit.contract.DeviceContract;

class AutoContractTest extends DeviceContract<HvacSettings> {
  @Override
  protected DeviceFactory<HvacSettings> factory() {
    return new HvacFactory();
  }

  @Override
  protected HvacSettings configuration() {
    return Configured.of(HvacSettings.class)
        .with("maxConsumptionMw", 0.05)
        .with("mode", "auto")
        .with("heatingCop", 4)
        .with("coolingCop", 2.5)
        .build();
  }

  /** The heat stored is that of the equations, integrated in another way. */
  @Override
  protected Balance balance() {
    return Heat.balance(configuration());
  }
}
