package powergrid.devices.solar;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.DeviceContract;

class SolarContractTest extends DeviceContract<SolarSettings> {
  @Override
  protected DeviceFactory<SolarSettings> factory() {
    return new SolarFactory();
  }

  @Override
  protected SolarSettings configuration() {
    return Configured.of(SolarSettings.class).with("pMaxMw", 0.7).with("dcMw", 1).build();
  }
}
