package powergrid.protocols.horizontal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.testkit.Configured;

/** Demands of 0.3, 0.6 and 0.3 MW, 1.2 in all; capacities of 0.5, 1 and 1.5 MW, 3 in all. */
class SharingTest {
  private static final double[] DEMAND = {0.3, 0.6, 0.3};
  private static final double[] CAPACITY = {0.5, 1, 1.5};

  private static Group group(HorizontalProtocol protocol, int[][] near) {
    Group group = new Group(protocol, near);
    for (int i = 0; i < 3; i++) {
      group.self(i).reading("demandMw", DEMAND[i]);
      group.self(i).flexibility().set(-1, CAPACITY[i], 0, 0, 0);
    }
    return group;
  }

  private static void checkEqualRatios(Group group, double tolerance) {
    for (int i = 0; i < 3; i++) {
      assertEquals(1.2 / 3, group.self(i).requestedMw() / CAPACITY[i], tolerance);
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
    Group group = group(protocol, Group.path(3));
    group.exchange();
    checkEqualRatios(group, 1e-9);
  }

  @Test
  void sharesExactlyInOneRoundWhereEverybodyHearsEverybody() {
    Group group = group(new ProportionalSharing(1), Group.complete(3));
    assertEquals(1, group.exchange());
    checkEqualRatios(group, 1e-12);
  }

  @Test
  void asksForNoMoreThanCanBeDone() {
    Group group = group(new ProportionalSharing(1), Group.complete(3));
    group.self(0).reading("demandMw", 10);
    group.exchange();
    assertEquals(1.5, group.self(2).requestedMw(), 1e-12);
  }

  @Test
  void asksForNothingWhereNobodyCan() {
    Group group = group(new ProportionalSharing(1), Group.complete(3));
    for (int i = 0; i < 3; i++) {
      group.self(i).flexibility().set(-1, 0, 0, 0, 0);
    }
    group.exchange();
    assertTrue(Double.isNaN(group.self(0).requestedMw()));
  }
}
