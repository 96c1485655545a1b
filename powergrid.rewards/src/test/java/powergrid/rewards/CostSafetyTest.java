package powergrid.rewards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeFeeder;
import powergrid.testkit.FakeStep;

class CostSafetyTest {
  private final FakeAgent grid = FakeAgent.grid("MG1");
  private final FakeAgent unit = grid.device("gen1");
  private final FakeAgent meter = grid.device("grid");
  private final FakeStep step =
      new FakeStep(grid, 0.25).booked(unit, 10, 0.5, 0).booked(meter, 90, 0.1, 0);

  private double reward(boolean shared, FakeAgent agent) {
    return Configured.of(CostSafety.class)
        .with("shared", shared)
        .with("safetyWeight", 20)
        .with("voltageWeight", 4)
        .build()
        .of(agent.index(), step);
  }

  private FakeFeeder feeder() {
    return step.feeder(
        Network.builder("two buses")
            .add(new Bus("head", Phases.ABC, 4.16))
            .add(new Bus("load", Phases.AC, 4.16))
            .add(new Source("source", "head", 1, 0))
            .build());
  }

  @Test
  void sharesTheSumOverAllAgents() {
    assertEquals(-(100 + 20 * 0.6), reward(true, unit), 1e-12);
    assertEquals(reward(true, unit), reward(true, grid));
  }

  @Test
  void countsOnlyAnAgentsOwnWhereNotShared() {
    assertEquals(-(10 + 20 * 0.5), reward(false, unit), 1e-12);
    assertEquals(-(100 + 20 * 0.6), reward(false, grid), 1e-12);
  }

  @Test
  void countsVoltagesOutsideTheBandForEverybody() {
    feeder().voltage("load", 0, 0.93).voltage("load", 2, 1.08).voltage("head", 0, 1.2);
    // 0.02 and 0.03 pu for a quarter of an hour; the source's bus is not judged
    double safety = 20 * 4 * 0.05 * 0.25;
    assertEquals(-(10 + 20 * 0.5) - safety, reward(false, unit), 1e-12);
    assertEquals(-(100 + 20 * 0.6) - safety, reward(true, unit), 1e-12);
  }

  @Test
  void judgesNoVoltageWhereThereIsNone() {
    feeder().voltage("load", 0, 0).voltage("load", 1, 0.2);
    assertEquals(-(100 + 20 * 0.6), reward(true, unit), 1e-12, "phase b is absent");
    feeder().voltage("load", 0, 0.5).black(1);
    assertEquals(-(100 + 20 * 0.6), reward(true, unit), 1e-12, "a blackout");
  }
}
