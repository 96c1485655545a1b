package powergrid.rewards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeStep;

/** Worked by hand: two microgrids, one of which uses 0.5 of 2 MW, the other 0.75 of 1 MW. */
class OtherRewardsTest {
  private final FakeAgent one = FakeAgent.grid("MG1");
  private final FakeAgent two = one.beside("MG2");
  private final FakeAgent gen = one.device("gen").dispatched(0, 2, 0);
  private final FakeAgent pv = two.device("pv").dispatched(0, 1, 1);
  private final FakeStep step = new FakeStep(one, 0.5);

  private void offer(Agent agent, double maxMw) {
    Flexibility offer = new Flexibility();
    offer.set(0, maxMw, 0, 0, 0);
    step.offers(agent.index(), offer);
  }

  private static LoadVariance variance(boolean shared) {
    return Configured.of(LoadVariance.class).with("shared", shared).with("usd", 8).build();
  }

  @Test
  void loadVarianceIsThatOfPowerByCapacity() {
    step.realised(gen, 0.5).realised(pv, 0.75);
    offer(gen, 2);
    offer(pv, 1);
    // 1/4 and 3/4: mean 1/2, each 1/4 from it
    assertEquals(-8 * 0.5 / 16, variance(true).of(one.index(), step), 1e-12);
    assertEquals(-8 * 0.5 / 16, variance(true).of(pv.index(), step), 1e-12);
    assertEquals(-8 * 0.5 / 16, variance(false).of(two.index(), step), 1e-12);
    assertEquals(0, variance(false).of(pv.index(), step), 0, "no grid agent");
  }

  @Test
  void loadVarianceLeavesOutWhoHasNoCapacity() {
    step.realised(gen, 0.5).realised(pv, 0.75);
    offer(gen, 2);
    assertEquals(0, variance(true).of(one.index(), step), 0);
    assertEquals(0, variance(false).of(two.index(), step), 0);
  }

  private static Voltage voltage(boolean shared) {
    return Configured.of(Voltage.class)
        .with("shared", shared)
        .with("usdPerPuHour", 10)
        .with("deadBandPu", 0.02)
        .build();
  }

  @Test
  void voltageCountsServiceNodesBeyondTheDeadBand() {
    step.feeder(
            Network.builder("two buses")
                .add(new Bus("head", Phases.ABC, 4.16))
                .add(new Bus("load", Phases.AC, 4.16))
                .add(new Source("source", "head", 1, 0))
                .build())
        .voltage("load", 0, 0.95)
        .voltage("load", 2, 1.01)
        .voltage("head", 0, 1.2);
    assertEquals(-10 * 0.5 * 0.03, voltage(true).of(one.index(), step), 1e-12);
  }

  @Test
  void voltageOfItsOwnIsThatOfItsDevices() {
    step.state(gen, "electrical.voltagePu", 1.05).state(pv, "electrical.voltagePu", 0);
    assertEquals(-10 * 0.5 * 0.03, voltage(false).of(one.index(), step), 1e-12);
    assertEquals(-10 * 0.5 * 0.03, voltage(false).of(gen.index(), step), 1e-12);
    assertEquals(0, voltage(false).of(two.index(), step), 0, "without supply");
  }

  @Test
  void renewableUseCountsWhatIsAvailableAndNotCurtailed() {
    step.booked(pv, 0, 0, 0.1).available(pv, 0.4);
    RenewableUse own =
        Configured.of(RenewableUse.class).with("shared", false).with("usdPerMwh", 50).build();
    RenewableUse all =
        Configured.of(RenewableUse.class).with("shared", true).with("usdPerMwh", 50).build();
    assertEquals(50 * 0.3, own.of(two.index(), step), 1e-12);
    assertEquals(0, own.of(one.index(), step), 0);
    assertEquals(50 * 0.3, all.of(one.index(), step), 1e-12);
  }
}
