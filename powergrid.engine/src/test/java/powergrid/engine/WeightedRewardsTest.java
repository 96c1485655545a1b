package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.scenario.Mistake;

/** Rewards of a scenario are added up by their weights. */
class WeightedRewardsTest {
  private final TestWorkbench workbench = new TestWorkbench();

  private static String scenario(String reward) {
    return """
        name: rewards
        clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
        network: {type: ieee13}
        data: {price: {dataset: synthetic}}
        experiment: {metrics: [cost]}
        microgrids:
          - id: MG1
            protocol: setpoint
            devices:
              - {id: grid, type: grid, bus: "650"}
              - {id: gen1, type: generator, bus: "675", pMaxMw: 0.6, costLinear: 60}
        reward: %s
        """
        .formatted(reward);
  }

  private double reward(String reward) {
    try (Environment environment =
        workbench.environments().create(workbench.scenario(scenario(reward)))) {
      environment.reset(1);
      return environment.step(environment.heldActions()).rewards()[0];
    }
  }

  @Test
  void addsThemUpByTheirWeights() {
    double cost = reward("{type: cost-safety, safetyWeight: 0}");
    double voltage = reward("{type: voltage, deadBandPu: 0.01}");
    assertTrue(cost < 0 && voltage < 0, cost + " and " + voltage);
    double both =
        reward(
            "[{type: cost-safety, safetyWeight: 0, weight: 0.5},"
                + " {type: voltage, deadBandPu: 0.01, weight: 100}]");
    assertEquals(0.5 * cost + 100 * voltage, both, 1e-4 * Math.abs(both));
  }

  @Test
  void saysWhichOfThemIsWrong() {
    List<Mistake> mistakes =
        workbench
            .environments()
            .check(workbench.scenario(scenario("[cost-safety, {type: voltage, band: 1}]")));
    assertEquals(1, mistakes.size(), mistakes.toString());
    assertTrue(mistakes.get(0).message().contains("band"), mistakes.toString());
  }
}
