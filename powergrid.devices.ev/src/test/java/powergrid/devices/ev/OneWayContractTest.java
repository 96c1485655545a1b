package powergrid.devices.ev;

import powergrid.api.device.DeviceFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.Balance;
import powergrid.testkit.contract.DeviceContract;

class OneWayContractTest extends DeviceContract<EvSettings> {
  @Override
  protected DeviceFactory<EvSettings> factory() {
    return new EvFactory();
  }

  @Override
  protected EvSettings configuration() {
    return Configured.of(EvSettings.class).with("bidirectional", false).build();
  }

  /** What vehicles need grows by arrivals, and falls by what is delivered and departed without. */
  @Override
  protected Balance balance() {
    return (before, step, after) ->
        after.state("station.needMwh")
            - before.state("station.needMwh")
            - after.state("service.arrivedMwh")
            + after.state("service.deliveredMwh")
            + after.state("service.unmetMwh");
  }
}
