package powergrid.devices.grid;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.DeviceContract;

class GridContractTest extends DeviceContract<GridSettings> {
  @Override
  protected DeviceFactory<GridSettings> factory() {
    return new GridFactory();
  }

  @Override
  protected GridSettings configuration() {
    return Configured.of(GridSettings.class)
        .with("importMaxMw", 1.5)
        .with("exportMaxMw", 1)
        .build();
  }
}
