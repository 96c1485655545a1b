package powergrid.devices.capacitor;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.contract.DeviceContract;

class TakenOverCapacitorContractTest extends DeviceContract<CapacitorSettings> {
  @Override
  protected DeviceFactory<CapacitorSettings> factory() {
    return new CapacitorFactory();
  }

  @Override
  protected CapacitorSettings configuration() {
    return Configured.of(CapacitorSettings.class).with("element", "cap1").build();
  }

  @Override
  protected void place(DeviceHarness device) {
    device.capacitor("cap1", 0.6, true);
  }

  /** What is switched wears, whatever flows. */
  @Override
  protected boolean followsPower(String variable) {
    return super.followsPower(variable) && !variable.equals("economics.costUsd");
  }
}
