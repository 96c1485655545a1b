package powergrid.devices.grid;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.DeviceContract;

class ScheduledGridContractTest extends DeviceContract<GridSettings> {
  @Override
  protected DeviceFactory<GridSettings> factory() {
    return new GridFactory();
  }

  @Override
  protected GridSettings configuration() {
    return Configured.of(GridSettings.class)
        .with("mode", "scheduled")
        .with("importMaxMw", 1.5)
        .with("exportMaxMw", 1)
        .with("spread", 4)
        .with("demandCharge", 1000)
        .with("demandWindow", "30min")
        .build();
  }

  /** A schedule is paid for, whatever flows. */
  @Override
  protected boolean followsPower(String variable) {
    return super.followsPower(variable) && !variable.equals("economics.costUsd");
  }
}
