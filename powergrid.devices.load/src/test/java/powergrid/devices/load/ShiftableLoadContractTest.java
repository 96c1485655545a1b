package powergrid.devices.load;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.DeviceContract;

class ShiftableLoadContractTest extends DeviceContract<LoadSettings> {
  @Override
  protected DeviceFactory<LoadSettings> factory() {
    return new LoadFactory();
  }

  @Override
  protected LoadSettings configuration() {
    return Configured.of(LoadSettings.class)
        .with("mode", "shiftable")
        .with("blockMw", 0.05)
        .with("blockHours", 2)
        .with("earliestHour", 8)
        .with("deadlineHour", 18)
        .build();
  }
}
