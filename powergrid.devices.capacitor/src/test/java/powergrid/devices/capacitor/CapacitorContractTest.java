package powergrid.devices.capacitor;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.DeviceContract;

class CapacitorContractTest extends DeviceContract<CapacitorSettings> {
  @Override
  protected DeviceFactory<CapacitorSettings> factory() {
    return new CapacitorFactory();
  }

  @Override
  protected CapacitorSettings configuration() {
    return Configured.of(CapacitorSettings.class)
        .with("stepMvar", 0.2)
        .with("steps", 3)
        .with("initialOn", 1)
        .with("lockout", "30min")
        .with("dischargeTime", "1h")
        .build();
  }

  /** What is switched wears, whatever flows. */
  @Override
  protected boolean followsPower(String variable) {
    return super.followsPower(variable) && !variable.equals("economics.costUsd");
  }
}
