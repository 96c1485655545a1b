package powergrid.protocols.trading;

import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.HorizontalProtocolContract;

class P2pTradingContractTest extends HorizontalProtocolContract<P2pTrading> {
  @Override
  protected HorizontalProtocolFactory<P2pTrading> factory() {
    return new P2pTrading.Factory();
  }

  @Override
  protected P2pTrading configuration() {
    return Configured.of(P2pTrading.class).build();
  }
}
