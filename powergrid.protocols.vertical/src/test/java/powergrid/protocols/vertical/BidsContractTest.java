package powergrid.protocols.vertical;

import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.VerticalProtocolContract;

class BidsContractTest extends VerticalProtocolContract<PriceSignal> {
  @Override
  protected VerticalProtocolFactory<PriceSignal> factory() {
    return new PriceSignal.Factory();
  }

  @Override
  protected PriceSignal configuration() {
    return Configured.of(PriceSignal.class)
        .with("bids", true)
        .with("minPrice", -1000) // beyond all marginal values
        .with("maxPrice", 1000)
        .build();
  }

  /** What is asked of the parent is met by its children's bids, within the bounds of prices. */
  @Override
  protected boolean conservesPower() {
    return true;
  }
}
