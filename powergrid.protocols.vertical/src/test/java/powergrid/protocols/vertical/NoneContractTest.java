package powergrid.protocols.vertical;

import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.testkit.contract.VerticalProtocolContract;

class NoneContractTest extends VerticalProtocolContract<None> {
  @Override
  protected VerticalProtocolFactory<None> factory() {
    return new None.Factory();
  }

  @Override
  protected None configuration() {
    return new None();
  }
}
