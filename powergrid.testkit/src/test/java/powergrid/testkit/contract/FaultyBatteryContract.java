package powergrid.testkit.contract;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;

/** The contract of a battery with a fault; run by {@link DeviceContractTest} alone. */
final class FaultyBatteryContract extends DeviceContract<FaultyBattery.Settings> {
  static Fault fault = Fault.NONE;

  @Override
  protected DeviceFactory<FaultyBattery.Settings> factory() {
    return new FaultyBattery.Factory(fault);
  }

  @Override
  protected FaultyBattery.Settings configuration() {
    return Configured.of(FaultyBattery.Settings.class).build();
  }

  @Override
  protected Balance balance() {
    // what these faults do does not close either: only the test of the fault is looked for
    return fault == Fault.INTEGRATES_WHAT_IT_INJECTS || fault == Fault.LEAVES_ITS_OFFER
        ? (before, step, after) -> 0
        : Balance.stored(state -> state.state("storage.storedMwh"), 1, 1);
  }
}
