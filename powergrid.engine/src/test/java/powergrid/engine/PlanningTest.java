package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.Planning;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginKind;
import powergrid.api.policy.Decision;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;

/** What planners are told: series by their foresight, and no devices but their own. */
class PlanningTest {
  private static final int STEPS = 24;

  private static final String YAML =
      """
      name: planning
      clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
      network: {type: ieee13, taps: [6, 4, 6]}
      data:
        price: {dataset: synthetic, known: ahead}
        load: {dataset: synthetic}
        irradiance: {dataset: synthetic, forecast: {horizon: 3h, step: 1h, error: 0}}
      microgrids:
        - id: A
          protocol: setpoint
          policy: asks
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: pv, type: solar, bus: "671", pMaxMw: 1}
        - id: B
          protocol: setpoint
          devices:
            - {id: pv, type: solar, bus: "675", pMaxMw: 1}
      """;

  private final TestWorkbench workbench = new TestWorkbench();
  private final List<String> refused = new ArrayList<>();
  private Agent stranger;

  private Environment environment() {
    workbench.install(PluginKind.POLICY, "asks", new Asks());
    Environment environment = workbench.environments().create(workbench.scenario(YAML));
    environment.reset(1);
    stranger =
        environment.agents().stream().filter(a -> a.id().equals("B.pv")).findFirst().orElseThrow();
    return environment;
  }

  private static int[] single(int steps) {
    int[] single = new int[steps];
    java.util.Arrays.fill(single, 1);
    return single;
  }

  /** What each series really was in every step. */
  private static double[] actual(Environment environment, String series) {
    double[] values = new double[STEPS];
    for (int k = 0; k < STEPS; k++) {
      environment.step(environment.heldActions());
      values[k] = environment.view().series(series);
    }
    return values;
  }

  @Test
  void perfectForesightIsWhatComes() {
    try (Environment environment = environment()) {
      Planning planning = environment.planning(Foresight.PERFECT, single(STEPS));
      double[] told = new double[STEPS];
      for (int k = 0; k < STEPS; k++) {
        told[k] = planning.value("irradiance", k);
      }
      double[] came = actual(environment, "irradiance");
      for (int k = 0; k < STEPS; k++) {
        assertEquals(came[k], told[k], 0);
      }
    }
  }

  /** Load is known after its interval; the price of the day is known ahead. */
  @Test
  void persistenceIsTheNewestValueKnownButWhatIsKnownAhead() {
    try (Environment environment = environment()) {
      for (int k = 0; k < 12; k++) {
        environment.step(environment.heldActions());
      }
      Planning planning = environment.planning(Foresight.PERSISTENCE, single(12));
      assertEquals(12, planning.taken());
      double load = environment.view().series("load");
      assertEquals(load, planning.past("load", 1), 0);
      double[] price = new double[12];
      for (int k = 0; k < 12; k++) {
        assertEquals(load, planning.value("load", k), 0);
        price[k] = planning.value("price", k);
      }
      for (int k = 0; k < 12; k++) {
        environment.step(environment.heldActions());
        assertEquals(environment.view().series("price"), price[k], 0);
      }
    }
  }

  /** An exact forecast of three hours; from then on the newest value known, at midnight none. */
  @Test
  void aForecastReachesAsFarAsTheScenarioSays() {
    try (Environment environment = environment()) {
      for (int k = 0; k < 12; k++) {
        environment.step(environment.heldActions());
      }
      Planning planning = environment.planning(Foresight.FORECAST, single(12));
      double last = environment.view().series("irradiance");
      double[] told = new double[12];
      for (int k = 0; k < 12; k++) {
        told[k] = planning.value("irradiance", k);
      }
      for (int k = 0; k < 12; k++) {
        environment.step(environment.heldActions());
        assertEquals(k <= 3 ? environment.view().series("irradiance") : last, told[k], 0);
      }
    }
  }

  @Test
  void anIntervalOfSeveralStepsHasTheirMean() {
    try (Environment environment = environment()) {
      Planning planning = environment.planning(Foresight.PERFECT, 8, 12, 4);
      assertEquals(3, planning.intervals());
      assertEquals(12, planning.hours(1), 1e-12);
      Planning single = environment.planning(Foresight.PERFECT, single(STEPS));
      double sum = 0;
      for (int k = 8; k < 20; k++) {
        sum += single.value("irradiance", k);
      }
      assertEquals(sum / 12, planning.value("irradiance", 1), 1e-9);
    }
  }

  @Test
  void aPlanEndsWithTheEpisode() {
    try (Environment environment = environment()) {
      environment.step(environment.heldActions());
      assertThrows(
          IllegalArgumentException.class,
          () -> environment.planning(Foresight.PERFECT, single(STEPS)));
      assertThrows(
          IllegalArgumentException.class, () -> environment.planning(Foresight.PERFECT, 1, 0));
      assertThrows(IllegalArgumentException.class, () -> environment.planning(Foresight.PERFECT));
    }
  }

  /** A policy asks a device of another microgrid, and is refused. */
  @Test
  void aPolicyMayAskItsOwnDevicesOnly() {
    try (Environment environment = environment()) {
      environment.step(environment.heldActions());
      assertEquals(1, refused.size());
      assertTrue(refused.get(0).startsWith("B.pv"), refused.get(0));
      assertTrue(refused.get(0).endsWith("A.grid, A.pv"), refused.get(0));
    }
  }

  private final class Asks implements PolicyFactory<NoFields> {
    @Override
    public Class<NoFields> configType() {
      return NoFields.class;
    }

    @Override
    public Policy create(NoFields configuration, Agent agent) {
      return this::ask;
    }

    private void ask(Decision decision) {
      Planning planning = decision.planning(Foresight.PERSISTENCE, decision.stepsLeft());
      try {
        planning.describe(stranger, null);
      } catch (IllegalArgumentException e) {
        refused.add(e.getMessage());
      }
    }
  }
}
