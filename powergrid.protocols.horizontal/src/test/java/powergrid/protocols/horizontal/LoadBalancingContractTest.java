package powergrid.protocols.horizontal;

import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.HorizontalProtocolContract;

class LoadBalancingContractTest extends HorizontalProtocolContract<LoadBalancing> {
  @Override
  protected HorizontalProtocolFactory<LoadBalancing> factory() {
    return new LoadBalancing.Factory();
  }

  @Override
  protected LoadBalancing configuration() {
    return Configured.of(LoadBalancing.class).build();
  }
}
