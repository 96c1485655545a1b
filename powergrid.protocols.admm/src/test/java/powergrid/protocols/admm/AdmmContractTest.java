package powergrid.protocols.admm;

import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.HorizontalProtocolContract;

class AdmmContractTest extends HorizontalProtocolContract<Admm> {
  @Override
  protected HorizontalProtocolFactory<Admm> factory() {
    return new Admm.Factory();
  }

  @Override
  protected Admm configuration() {
    return Configured.of(Admm.class).build();
  }
}
