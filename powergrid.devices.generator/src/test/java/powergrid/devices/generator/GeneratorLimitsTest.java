package powergrid.devices.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/** Every option at once, under random actions, blackouts and islands. */
class GeneratorLimitsTest {
  private static final int STEPS = 10_000;
  private static final double HOURS = 0.25;
  private static final double MIN = 0.15;
  private static final double MAX = 0.66;
  private static final double UP = 0.8 * HOURS;
  private static final double DOWN = 0.5 * HOURS;
  private static final int UP_STEPS = 8;
  private static final int DOWN_STEPS = 4;
  private static final double RATING = 0.7;

  private static Configured<GeneratorSettings> settings() {
    return Units.committed(MAX, 2, 1)
        .with("pMinMw", MIN)
        .with("rampUpMwPerHour", UP / HOURS)
        .with("rampDownMwPerHour", DOWN / HOURS)
        .with("ratingMva", RATING)
        .with("startUpCost", 11)
        .with("shutDownCost", 7)
        .with("emissionFactor", 0.8)
        .with("gridForming", true)
        .with("costCurve", List.of(new CostPoint(0, 3), new CostPoint(MAX, 69)))
        .with(
            "capability",
            List.of(new CapabilityPoint(0, -0.3, 0.5), new CapabilityPoint(MAX, -0.1, 0.2)));
  }

  @Test
  void staysWithinItsLimitsAndTimesWhateverIsAsked() {
    for (GeneratorSettings.Commitment by : GeneratorSettings.Commitment.values()) {
      walk(Units.start(settings().with("commitment", by)), by, new RandomStream(7));
    }
  }

  private void walk(DeviceHarness unit, GeneratorSettings.Commitment by, RandomStream random) {
    double last = 0;
    int inState = (int) (24 / HOURS);
    double cost = 0;
    double expected = 0;
    double energy = 0;
    for (int t = 0; t < STEPS; t++) {
      // wishes last for some steps, so that units come to full power too
      if (random.nextDouble() < 0.3) {
        unit.action("p", 3 * random.nextDouble() - 1);
        if (by == GeneratorSettings.Commitment.ACTION) {
          unit.action("on", random.nextDouble() < 0.5 ? 0 : 1);
        }
      }
      unit.action("q", 4 * random.nextDouble() - 2);
      double event = random.nextDouble();
      double share = random.nextDouble();
      boolean black = event < 0.02;
      boolean on = last > 0;
      boolean stuckOff = !on && inState < DOWN_STEPS;
      boolean stuckOn = on && inState < UP_STEPS;
      boolean island = !stuckOff && event > 0.9;
      if (by == GeneratorSettings.Commitment.ACTION) {
        assertEquals(stuckOn, unit.actions().forbidden()[0], "off closed");
        assertEquals(stuckOff, unit.actions().forbidden()[1], "on closed");
      }
      double least = unit.offer().minMw();
      double greatest = unit.offer().maxMw();
      double intended = unit.intendedMw();
      unit.realise(flow -> black ? flow.black() : island ? form(unit, flow, share) : flow);
      double asked = unit.step().pMw();
      double p = unit.booked().pMw();

      assertEquals(intended, asked, 0, "what it said it would do");
      assertTrue(asked == 0 || (asked >= MIN && asked <= MAX), "power " + asked);
      assertTrue(asked >= least && asked <= greatest, "outside the offer: " + asked);
      assertTrue(asked - last <= UP + 1e-12 || (!on && asked <= Math.max(MIN, UP)), "rise");
      assertTrue(last - asked <= DOWN + 1e-12 || (asked == 0 && last - DOWN <= MIN), "fall");
      assertTrue(!stuckOn || asked >= MIN, "stops too early");
      assertTrue(!stuckOff || asked == 0, "starts too early");
      assertTrue(Math.hypot(asked, unit.qMvar()) <= RATING + 1e-12, "apparent power");
      assertTrue(unit.qMvar() <= 0.5 - 0.3 * asked / MAX + 1e-12, "above the curve");
      assertTrue(unit.qMvar() >= -0.3 + 0.2 * asked / MAX - 1e-12, "below the curve");
      assertTrue(asked > 0 || unit.qMvar() == 0, "reactive power while off");

      boolean nowOn = p > 0;
      expected += nowOn ? (3 + 100 * p) * HOURS : 0;
      expected += nowOn == on ? 0 : nowOn ? 11 : 7;
      energy += p * HOURS;
      cost += unit.booked().costUsd();
      inState = nowOn == on ? inState + 1 : 1;
      last = p;
      unit.expectState("commitment.on", nowOn ? 1 : 0, 0);
      unit.expectState("commitment.hoursInState", Math.min(24, inState * HOURS), 1e-9);
    }
    assertEquals(expected, cost, 1e-6);
    unit.expectState("economics.emissionsT", 0.8 * energy, 1e-6);
  }

  /** An island that takes a share of what the unit can carry. */
  private static FakeSettlement form(DeviceHarness unit, FakeSettlement flow, double share) {
    double least = unit.carriesAtLeastMw();
    return flow.form(least + share * (unit.carriesAtMostMw() - least), 0);
  }
}
