package powergrid.devices.electrolyzer;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.Balance;
import powergrid.testkit.contract.DeviceContract;

class ElectrolyzerContractTest extends DeviceContract<ElectrolyzerSettings> {
  @Override
  protected DeviceFactory<ElectrolyzerSettings> factory() {
    return new ElectrolyzerFactory();
  }

  @Override
  protected ElectrolyzerSettings configuration() {
    return Configured.of(ElectrolyzerSettings.class)
        .with("maxConsumptionMw", 1)
        .with("standbyMw", 0.01)
        .build();
  }

  /** On standby, or from the least power on. */
  @Override
  protected boolean runsAt(double pMw) {
    return pMw == -0.01 || pMw <= -0.2;
  }

  @Override
  protected Balance balance() {
    return (before, step, after) ->
        after.state("hydrogen.storedKg")
            - before.state("hydrogen.storedKg")
            - after.state("hydrogen.madeKg")
            + after.state("hydrogen.deliveredKg");
  }
}
