package example.capacitysharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.Configured;
import powergrid.testkit.Links;
import powergrid.testkit.ProtocolHarness;
import powergrid.testkit.contract.HorizontalProtocolContract;

/**
 * What every protocol must keep to, inherited, and three peers by hand: demands of 0.3, 0.6 and 0.3
 * MW, 1.2 in all; capacities of 0.5, 1 and 1.5 MW, 3 in all; so that r = 0.4.
 */
class CapacitySharingTest extends HorizontalProtocolContract<CapacitySharing> {
  @Override
  protected HorizontalProtocolFactory<CapacitySharing> factory() {
    return new CapacitySharing.Factory();
  }

  @Override
  protected CapacitySharing configuration() {
    return Configured.of(CapacitySharing.class).build();
  }

  private static ProtocolHarness peers(double share, int[][] links) {
    ProtocolHarness peers = ProtocolHarness.peers(new CapacitySharing(share), links);
    double[] demand = {0.3, 0.6, 0.3};
    double[] capacity = {0.5, 1, 1.5};
    for (int i = 0; i < 3; i++) {
      peers
          .participant(i)
          .reading("demandMw", demand[i])
          .flexibility()
          .set(-1, capacity[i], 0, 0, 0);
    }
    return peers;
  }

  private static double asked(ProtocolHarness peers, int i) {
    return peers.participant(i).requestedMw();
  }

  @Test
  void everybodySuppliesTheSameShareOfWhatItCan() {
    ProtocolHarness peers = peers(1, Links.complete(3)).step();
    assertEquals(0.4 * 0.5, asked(peers, 0), 1e-12);
    assertEquals(0.4 * 1, asked(peers, 1), 1e-12);
    assertEquals(0.4 * 1.5, asked(peers, 2), 1e-12);
    assertEquals(1, peers.rounds());
    assertEquals(3 * 2 * 2 * 8, peers.bytes(), "two numbers, to two neighbours each");
  }

  @Test
  void leavesTheRestToWhatTheParticipantHadInMind() {
    ProtocolHarness peers = peers(0.25, Links.complete(3));
    peers.participant(0).intends(0.4);
    assertEquals(0.25 * 0.2 + 0.75 * 0.4, asked(peers.step(), 0), 1e-12);
  }

  @Test
  void balancesItsOwnNeighbourhoodOnALine() {
    ProtocolHarness peers = peers(1, Links.line(3)).step();
    assertEquals((0.3 + 0.6) / (0.5 + 1) * 0.5, asked(peers, 0), 1e-12);
  }

  @Test
  void countsOnItselfAloneWhereNothingArrives() {
    assertEquals(0.3, asked(peers(1, Links.complete(3)).loss(1, 1).step(), 0), 1e-12);
  }

  @Test
  void asksForNoMoreThanItCanAndForNothingWithoutCapacity() {
    ProtocolHarness peers = peers(1, Links.complete(3));
    peers.participant(0).reading("demandMw", 10);
    peers.participant(2).flexibility().set(-1, 0, 0, 0, 0);
    peers.step();
    assertEquals(0.5, asked(peers, 0), 1e-12);
    assertTrue(Double.isNaN(asked(peers, 2)));
  }
}
