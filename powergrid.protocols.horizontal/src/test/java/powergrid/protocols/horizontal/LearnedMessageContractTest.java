package powergrid.protocols.horizontal;

import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.HorizontalProtocolContract;

class LearnedMessageContractTest extends HorizontalProtocolContract<LearnedMessage> {
  @Override
  protected HorizontalProtocolFactory<LearnedMessage> factory() {
    return new LearnedMessage.Factory();
  }

  @Override
  protected LearnedMessage configuration() {
    return Configured.of(LearnedMessage.class).with("size", 3).build();
  }

  /** It asks for nothing. */
  @Override
  protected boolean conservesPower() {
    return true;
  }
}
