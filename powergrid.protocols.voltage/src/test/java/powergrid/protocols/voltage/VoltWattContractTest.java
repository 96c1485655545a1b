package powergrid.protocols.voltage;

import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.contract.VerticalProtocolContract;

class VoltWattContractTest extends VerticalProtocolContract<VoltWatt> {
  @Override
  protected VerticalProtocolFactory<VoltWatt> factory() {
    return new VoltWatt.Factory();
  }

  @Override
  protected VoltWatt configuration() {
    return Configured.of(VoltWatt.class).build();
  }

  @Override
  protected FakeAgent parent() {
    return Inverters.withParent();
  }
}
