package powergrid.protocols.vertical;

import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.VerticalProtocolContract;

class PriceSignalContractTest extends VerticalProtocolContract<PriceSignal> {
  @Override
  protected VerticalProtocolFactory<PriceSignal> factory() {
    return new PriceSignal.Factory();
  }

  @Override
  protected PriceSignal configuration() {
    return Configured.of(PriceSignal.class).build();
  }
}
