package powergrid.protocols.voltage;

import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.contract.VerticalProtocolContract;

class VoltVarContractTest extends VerticalProtocolContract<VoltVar> {
  @Override
  protected VerticalProtocolFactory<VoltVar> factory() {
    return new VoltVar.Factory();
  }

  @Override
  protected VoltVar configuration() {
    return Configured.of(VoltVar.class).build();
  }

  @Override
  protected FakeAgent parent() {
    return Inverters.withParent();
  }
}
