package powergrid.devices.load;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.DeviceContract;

class FixedLoadContractTest extends DeviceContract<LoadSettings> {
  @Override
  protected DeviceFactory<LoadSettings> factory() {
    return new LoadFactory();
  }

  @Override
  protected LoadSettings configuration() {
    return Configured.of(LoadSettings.class).with("peakMw", 0.3).build();
  }
}
