package powergrid.protocols.horizontal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.testkit.Configured;
import powergrid.testkit.Links;
import powergrid.testkit.ProtocolHarness;

/** Demands of 0.3, 0.6 and 0.3 MW, 1.2 in all; capacities of 0.5, 1 and 1.5 MW, 3 in all. */
class SharingTest {
  private static final double[] DEMAND = {0.3, 0.6, 0.3};
  private static final double[] CAPACITY = {0.5, 1, 1.5};

  private static ProtocolHarness group(HorizontalProtocol protocol, int[][] near) {
    ProtocolHarness group = ProtocolHarness.peers(protocol, near);
    for (int i = 0; i < 3; i++) {
      group.participant(i).reading("demandMw", DEMAND[i]);
      group.participant(i).flexibility().set(-1, CAPACITY[i], 0, 0, 0);
    }
    return group;
  }

  private static void checkEqualRatios(ProtocolHarness group, double tolerance) {
    for (int i = 0; i < 3; i++) {
      assertEquals(1.2 / 3, group.participant(i).requestedMw() / CAPACITY[i], tolerance);
    }
  }

  @Test
  void balancesToEqualRatiosOnAPath() {
    LoadBalancing protocol =
        Configured.of(LoadBalancing.class)
            .with("rounds", 1000)
            .with("tolerance", 1e-12)
            .with("share", 1)
            .build();
    ProtocolHarness group = group(protocol, Links.line(3));
    group.step();
    checkEqualRatios(group, 1e-9);
  }

  @Test
  void sharesExactlyInOneRoundWhereEverybodyHearsEverybody() {
    ProtocolHarness group = group(new ProportionalSharing(1), Links.complete(3));
    assertEquals(1, group.step().rounds());
    checkEqualRatios(group, 1e-12);
  }

  @Test
  void asksForNoMoreThanCanBeDone() {
    ProtocolHarness group = group(new ProportionalSharing(1), Links.complete(3));
    group.participant(0).reading("demandMw", 10);
    group.step();
    assertEquals(1.5, group.participant(2).requestedMw(), 1e-12);
  }

  @Test
  void asksForNothingWhereNobodyCan() {
    ProtocolHarness group = group(new ProportionalSharing(1), Links.complete(3));
    for (int i = 0; i < 3; i++) {
      group.participant(i).flexibility().set(-1, 0, 0, 0, 0);
    }
    group.step();
    assertTrue(Double.isNaN(group.participant(0).requestedMw()));
  }
}
