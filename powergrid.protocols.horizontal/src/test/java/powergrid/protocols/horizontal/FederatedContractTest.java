package powergrid.protocols.horizontal;

import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.HorizontalProtocolContract;

class FederatedContractTest extends HorizontalProtocolContract<Federated> {
  @Override
  protected HorizontalProtocolFactory<Federated> factory() {
    return new Federated.Factory();
  }

  @Override
  protected Federated configuration() {
    return Configured.of(Federated.class).build();
  }
}
