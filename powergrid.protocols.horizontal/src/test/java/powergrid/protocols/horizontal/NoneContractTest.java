package powergrid.protocols.horizontal;

import powergrid.api.plugin.NoFields;
import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.contract.HorizontalProtocolContract;

class NoneContractTest extends HorizontalProtocolContract<NoFields> {
  @Override
  protected HorizontalProtocolFactory<NoFields> factory() {
    return new None();
  }

  @Override
  protected NoFields configuration() {
    return new NoFields();
  }

  @Override
  protected boolean conservesPower() {
    return true;
  }
}
