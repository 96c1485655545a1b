package powergrid.protocols.horizontal;

import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeSelf;
import powergrid.testkit.ProtocolHarness;
import powergrid.testkit.contract.HorizontalProtocolContract;

class ConsensusContractTest extends HorizontalProtocolContract<Consensus> {
  @Override
  protected HorizontalProtocolFactory<Consensus> factory() {
    return new Consensus.Factory();
  }

  @Override
  protected Consensus configuration() {
    return Configured.of(Consensus.class).build();
  }

  /** Averages never leave the range of what participants read or mean, whatever is lost. */
  @Override
  protected boolean mayAskFor(ProtocolHarness group, int i, double pMw) {
    double least = group.intendedMw(i);
    double greatest = least;
    for (int k = 0; k < group.participants(); k++) {
      FakeSelf peer = group.participant(k);
      least = Math.min(least, peer.read("netMw"));
      greatest = Math.max(greatest, peer.read("netMw"));
    }
    return pMw >= least - 1e-9 && pMw <= greatest + 1e-9;
  }
}
