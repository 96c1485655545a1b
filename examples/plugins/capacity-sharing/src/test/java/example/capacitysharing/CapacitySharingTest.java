package example.capacitysharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;

/**
 * Demands of 0.3, 0.6 and 0.3 MW, 1.2 in all; capacities of 0.5, 1 and 1.5 MW, 3 in all: r = 0.4.
 */
class CapacitySharingTest {
  private final FakeAgent one = FakeAgent.grid("MG1");
  private final FakeAgent two = FakeAgent.grid("MG2");
  private final FakeAgent three = FakeAgent.grid("MG3");
  private final FakeSelf me = new FakeSelf(one, 0).near(two, three);

  @BeforeEach
  void oneOfThree() {
    me.reading("demandMw", 0.3);
    me.flexibility().set(-1, 0.5, 0, 0, 0);
  }

  private double asked(double share) {
    new CapacitySharing(share).coordinateActions(me);
    return me.requestedMw();
  }

  private void hearBoth() {
    me.hear(two, new CapacitySharing.Status(0.6, 1))
        .hear(three, new CapacitySharing.Status(0.3, 1.5));
  }

  @Test
  void tellsItsDemandAndItsCapacity() {
    new CapacitySharing(1).coordinateMessages(me);
    CapacitySharing.Status status = new CapacitySharing.Status(0.3, 0.5);
    assertEquals(
        List.of(new FakeSelf.Sent(two, status), new FakeSelf.Sent(three, status)), me.sent());
    assertTrue(me.votedToEnd(), "one round is enough");
  }

  @Test
  void asksForItsProportion() {
    hearBoth();
    assertEquals(0.4 * 0.5, asked(1), 1e-12);
  }

  @Test
  void leavesTheRestToWhatTheParticipantHadInMind() {
    hearBoth();
    me.intends(0.4);
    assertEquals(0.25 * 0.2 + 0.75 * 0.4, asked(0.25), 1e-12);
  }

  @Test
  void balancesItsNeighbourhoodAsFarAsItHasHeardOfIt() {
    me.hear(two, new CapacitySharing.Status(0.6, 1));
    assertEquals((0.3 + 0.6) / (0.5 + 1) * 0.5, asked(1), 1e-12);
  }

  @Test
  void asksForNoMoreThanItCan() {
    hearBoth();
    me.reading("demandMw", 10);
    assertEquals(0.5, asked(1), 1e-12);
  }

  @Test
  void asksForNothingWithoutCapacity() {
    hearBoth();
    me.flexibility().set(-1, 0, 0, 0, 0);
    assertTrue(Double.isNaN(asked(1)));
  }
}
