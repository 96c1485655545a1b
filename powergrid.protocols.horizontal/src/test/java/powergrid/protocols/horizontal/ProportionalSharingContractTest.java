package powergrid.protocols.horizontal;

import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.contract.HorizontalProtocolContract;

class ProportionalSharingContractTest extends HorizontalProtocolContract<ProportionalSharing> {
  @Override
  protected HorizontalProtocolFactory<ProportionalSharing> factory() {
    return new ProportionalSharing.Factory();
  }

  @Override
  protected ProportionalSharing configuration() {
    return Configured.of(ProportionalSharing.class).build();
  }
}
