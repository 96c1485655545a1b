package powergrid.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.policy.Policy;
import powergrid.api.protocol.Report;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeDecision;
import powergrid.testkit.FakeSelf;

/** A battery of 1 MW that delivers 1 MWh when full, at half of its power: two hours. */
class MeritOrderTest {
  private static final int BATTERY = 0;
  private static final int UNIT = 1;
  private static final int PLANT = 2;

  private final FakeAgent parent =
      FakeAgent.grid("MG1")
          .actionSpace(
              Space.of(
                  Axis.real("ess1", "MW", -1, 1),
                  Axis.real("gen1", "MW", 0, 0.66),
                  Axis.real("pv1", "MW", 0, 0.8)))
          .observationSpace(Space.of(Axis.real("ess1.storage.deliverableMwh", "MWh", 0, 1)));
  private final FakeAgent battery = parent.device("ess1");
  private final FakeAgent unit = parent.device("gen1");
  private final FakeAgent plant = parent.device("pv1");
  private final Policy rule =
      new Rule.Factory().create(Configured.of(Rule.class).with("rampPerHour", 100).build(), parent);

  private FakeDecision decision(double energyMwh, double... prices) {
    FakeSelf self =
        new FakeSelf(parent, 0)
            .hours(1)
            .reading("price", prices)
            .reading("importMw", 2)
            .hear(battery, new Report(-1, 1, 40, 90, 5))
            .hear(unit, new Report(0, 0.66, 72.4, 72.4, 100))
            .hear(plant, new Report(0, 0.3, 0, 0, 0));
    return new FakeDecision(self).observes((float) energyMwh);
  }

  private double batteryAt(double energyMwh, double... prices) {
    FakeDecision decision = decision(energyMwh, prices);
    rule.act(decision);
    return decision.self().action(BATTERY);
  }

  @Test
  void runsGeneratorsWhereMarginalCostMeetsTheTariff() {
    FakeDecision decision = decision(0, 112.4, 50);
    rule.act(decision);
    assertEquals(0.2, decision.self().action(UNIT), 1e-12, "72.4 + 2 · 100 · 0.2 = 112.4 USD/MWh");
  }

  /** Peers who say something beside: an action has what their protocol adds. */
  @Test
  void leavesAloneWhatIsNoChildsPower() {
    FakeAgent talking =
        FakeAgent.grid("MG2")
            .actionSpace(
                Space.of(Axis.real("gen1", "MW", 0, 0.66), Axis.real("message.0", "", -1, 1)));
    FakeAgent its = talking.device("gen1");
    FakeSelf self =
        new FakeSelf(talking, 0)
            .hours(1)
            .reading("price", 112.4, 50)
            .reading("importMw", 2)
            .hear(its, new Report(0, 0.66, 72.4, 72.4, 100));
    self.action(1, 0.5);
    new Rule.Factory()
        .create(Configured.of(Rule.class).with("rampPerHour", 100).build(), talking)
        .act(new FakeDecision(self));
    assertEquals(0.2, self.action(0), 1e-12);
    assertEquals(0.5, self.action(1), 0);
  }

  @Test
  void letsFreePowerRun() {
    FakeDecision decision = decision(0, 20, 50);
    rule.act(decision);
    assertEquals(0.8, decision.self().action(PLANT));
  }

  /** Worth 100 USD/MWh for the first MWh, 20 USD/MWh less for every 0.1 MW. */
  @Test
  void consumersTakeWhatIsWorthTheTariffAndNoLessThanTheyMust() {
    FakeAgent grid = FakeAgent.grid("MG2").actionSpace(Space.of(Axis.real("hvac1", "MW", -0.5, 0)));
    FakeAgent consumer = grid.device("hvac1");
    Policy rules = new Rule.Factory().create(Configured.of(Rule.class).build(), grid);
    for (double[] priceAndPower : new double[][] {{60, -0.2}, {20, -0.4}, {150, -0.05}}) {
      FakeSelf self =
          new FakeSelf(grid, 0)
              .reading("price", priceAndPower[0])
              .hear(consumer, new Report(-0.45, -0.05, 100, 100, 100));
      rules.act(new FakeDecision(self));
      assertEquals(priceAndPower[1], self.action(0), 1e-12);
    }
  }

  @Test
  void emptiesBatteriesInTheDearestHoursThatTheirEnergyLasts() {
    assertEquals(0.5, batteryAt(1, 90, 100, 50, 60), "second dearest of two hours' energy");
    assertEquals(0, batteryAt(1, 60, 100, 50, 90), "third dearest");
    assertEquals(0, batteryAt(0.5, 90, 100, 50, 60), "second dearest of an hour's energy");
  }

  @Test
  void fillsBatteriesTheMoreTheLowerThePriceBeforeADearHour() {
    // dear from 100, cheap below 80: 60 and 40 USD/MWh below it, 0.4 MWh to fill
    assertEquals(-0.4 * 60 / 100, batteryAt(0.6, 20, 40, 100, 110, 10), 1e-7);
    assertEquals(-0.5, batteryAt(0, 20, 100, 110), 1e-7, "no more than its share");
    assertEquals(0, batteryAt(0.6, 85, 100, 110, 10), "too dear for losses and wear");
    assertEquals(0, batteryAt(0, 20, 19, 18), "no dear hour to come");
  }

  @Test
  void neverFeedsMoreThanTheSourceWouldSupply() {
    FakeDecision decision = decision(1, 100, 50, 60);
    decision.self().reading("importMw", 0.2).held(BATTERY, 0.1);
    rule.act(decision);
    assertEquals(0.3, decision.self().action(BATTERY), 1e-12);
  }

  @Test
  void tradesAtReportedPricesWhereNoneIsKnownAhead() {
    assertEquals(0.5, batteryAt(1, 91));
    assertEquals(0, batteryAt(1, 60));
    assertEquals(-0.5, batteryAt(1, 39));
  }

  @Test
  void staysWithinReportsAndRamps() {
    Policy gentle =
        new Rule.Factory()
            .create(Configured.of(Rule.class).with("rampPerHour", 0.1).build(), parent);
    FakeDecision decision = decision(1, 300, 50, 60);
    FakeSelf self = decision.self();
    gentle.act(decision);
    assertEquals(0.2, self.action(BATTERY), 1e-12, "a tenth of 2 MW an hour");
    assertEquals(0.066, self.action(UNIT), 1e-12, "a tenth of 0.66 MW an hour");
    self.hear(battery, new Report(-1, 0.05, 40, 90, 5));
    rule.act(decision);
    assertEquals(0.05, self.action(BATTERY), 1e-12);
    assertTrue(self.proposed());
  }
}
