package powergrid.protocols.vertical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Target;
import powergrid.api.protocol.Report;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;

/** What a parent can say of its children's costs, by what they reported; all by hand. */
class MarginsTest {
  private static final Setpoint SETPOINT = new Setpoint(false);

  private final FakeAgent mg = FakeAgent.grid("MG1");
  private final FakeAgent battery = mg.device("ess").dispatched(-0.5, 0.5, 0);
  private final FakeAgent unit = mg.device("gen").dispatched(0, 0.5, 0);
  private final FakeAgent load = mg.device("load").dispatched(-1, 0, -1);

  private FakeSelf parent() {
    return new FakeSelf(mg.actionSpace(SETPOINT.parentActionSpace(mg)), SETPOINT.memory());
  }

  private static void check(
      FakeSelf me, double least, double greatest, double buy, double sell, double curve) {
    SETPOINT.gather(me);
    Flexibility f = me.flexibility();
    assertEquals(least, f.minMw(), 1e-12);
    assertEquals(greatest, f.maxMw(), 1e-12);
    assertEquals(buy, f.buy(), 1e-9);
    assertEquals(sell, f.sell(), 1e-9);
    assertEquals(curve, f.curve(), 1e-9);
  }

  /** The unit's last MW costs 50 + 2 · 60 · 0.5 = 110, so the line rises by 60 over 0.9 MW. */
  @Test
  void whoSellsFirstBeginsTheLineAndWhoIsDearestEndsIt() {
    check(
        parent()
            .hear(battery, new Report(-0.5, 0.4, 40, 60, 0))
            .hear(unit, new Report(0, 0.5, 50, 50, 60)),
        -0.5,
        0.9,
        40,
        50,
        (110 - 50) / (2 * 0.9));
  }

  /** The load's last 0.6 MW are worth up to 240 + 2 · 100 · (−0.2) = 200. */
  @Test
  void curtailedConsumptionIsPartOfWhatIsOffered() {
    check(
        parent()
            .hear(unit, new Report(0, 0.5, 50, 50, 0))
            .hear(load, new Report(-0.8, -0.2, 240, 240, 100)),
        -0.8,
        0.3,
        (200 + 50) / 2.0,
        (200 + 50) / 2.0,
        (200 - 125) / (2 * 0.3));
  }

  /** From 240 − 160 = 80 at −0.8 MW to 200 at −0.2 MW. */
  @Test
  void whereNobodyInjectsTheLineIsThatOfTheValues() {
    check(parent().hear(load, new Report(-0.8, -0.2, 240, 240, 100)), -0.8, -0.2, 240, 240, 100);
  }

  @Test
  void whoCannotBeMovedAddsToTheRangeOnly() {
    check(
        parent()
            .hear(unit, new Report(0, 0.5, 50, 50, 60))
            .hear(load, new Report(-0.2, -0.2, 0, 0, 0)),
        -0.2,
        0.3,
        0,
        50,
        60 / (2 * 0.3));
    check(parent().hear(load, new Report(-0.2, -0.2, 0, 0, 0)), -0.2, -0.2, 0, 0, 0);
  }

  /**
   * Up, the battery has 0.3 MW of room at 60 and the unit 0.1 MW at 50 + 2 · 60 · 0.4 = 98: (0.3 ·
   * 60 + 0.1 · 98) / 0.4 = 69.5. One that charges sells at 60 on the way up, not at its 40.
   */
  @Test
  void setPointsStandForWhatMoreWouldCost() {
    FakeSelf me =
        parent()
            .hear(battery, new Report(-0.5, 0.4, 40, 60, 0))
            .hear(unit, new Report(0, 0.5, 50, 50, 60))
            .hear(load, new Report(-1, -1, 0, 0, 0));
    me.held(0, 0.1).held(1, 0.4).held(2, -1);
    assertEquals(69.5, SETPOINT.intended(me, Target.PRICE), 1e-9);
    me.held(0, -0.2).held(1, 0.5);
    assertEquals(60, SETPOINT.intended(me, Target.PRICE), 1e-9);
    me.held(0, 0.4);
    assertTrue(Double.isNaN(SETPOINT.intended(me, Target.PRICE)), "nobody can do more");
    assertTrue(Double.isNaN(SETPOINT.intended(me, Target.VOLTAGE)));
  }

  /** Of 0.5 MW the battery has 0.4 left, and the unit cannot go below 0.2. */
  @Test
  void whatIsMeantIsWhatChildrenCanDo() {
    FakeSelf me =
        parent()
            .hear(battery, new Report(-0.5, 0.4, 40, 60, 0))
            .hear(unit, new Report(0.2, 0.5, 50, 50, 60));
    me.held(0, 0.5).held(1, 0).held(2, -1);
    assertEquals(0.4 + 0.2 - 1, SETPOINT.intendedMw(me), 1e-12);
  }
}
