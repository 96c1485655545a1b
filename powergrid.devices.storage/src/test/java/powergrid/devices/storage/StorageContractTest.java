package powergrid.devices.storage;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.Balance;
import powergrid.testkit.contract.DeviceContract;

class StorageContractTest extends DeviceContract<StorageSettings> {
  @Override
  protected DeviceFactory<StorageSettings> factory() {
    return new StorageFactory();
  }

  @Override
  protected StorageSettings configuration() {
    return Configured.of(StorageSettings.class)
        .with("pMaxMw", 0.5)
        .with("energyMwh", 2)
        .with("chargeEfficiency", 0.9)
        .with("dischargeEfficiency", 0.8)
        .build();
  }

  @Override
  protected Balance balance() {
    return Balance.stored(battery -> 2 * battery.state("storage.soc"), 0.9, 0.8);
  }
}
