package powergrid.devices.tapchanger;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.contract.DeviceContract;

class TapChangerContractTest extends DeviceContract<TapChangerSettings> {
  @Override
  protected DeviceFactory<TapChangerSettings> factory() {
    return new TapChangerFactory();
  }

  @Override
  protected TapChangerSettings configuration() {
    return Configured.of(TapChangerSettings.class).with("element", "reg1").build();
  }

  @Override
  protected void place(DeviceHarness device) {
    device.regulator("reg1", "abc", 16);
  }

  /** What is moved wears, whatever flows. */
  @Override
  protected boolean followsPower(String variable) {
    return super.followsPower(variable) && !variable.equals("economics.costUsd");
  }
}
