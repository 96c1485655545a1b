package powergrid.protocols.voltage;

import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.contract.VerticalProtocolContract;

class DroopContractTest extends VerticalProtocolContract<Droop> {
  @Override
  protected VerticalProtocolFactory<Droop> factory() {
    return new Droop.Factory();
  }

  @Override
  protected Droop configuration() {
    return Configured.of(Droop.class).build();
  }

  @Override
  protected FakeAgent parent() {
    return Inverters.withParent();
  }
}
