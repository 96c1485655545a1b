package powergrid.protocols.vertical;

import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.testkit.contract.VerticalProtocolContract;

class BindingSetpointContractTest extends VerticalProtocolContract<Setpoint> {
  @Override
  protected VerticalProtocolFactory<Setpoint> factory() {
    return new Setpoint.Factory();
  }

  @Override
  protected Setpoint configuration() {
    return new Setpoint(true);
  }

  @Override
  protected boolean conservesPower() {
    return true;
  }
}
