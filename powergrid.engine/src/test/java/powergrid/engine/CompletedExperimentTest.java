package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.scenario.Scenario;
import powergrid.scenario.YamlScenarioReader;

/** A scenario with its defaults written out asks for the same variants. */
class CompletedExperimentTest {
  private final TestWorkbench workbench = new TestWorkbench();
  private final YamlScenarioReader reader = new YamlScenarioReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{valueOfLostLoad: [1, 2], clock.steps: [3, 4]}",
        "[{valueOfLostLoad: 1, clock.steps: 3}, {valueOfLostLoad: 2, clock.steps: 4}]",
        "[{valueOfLostLoad: 1}, {clock.steps: 4}]"
      })
  void whatVariesIsTheSameWhenItIsReadAgain(String vary) {
    Scenario scenario =
        workbench.scenario(
            """
            name: varied
            clock: {start: 2023-07-01T00:00, step: 1h, steps: 24}
            microgrids:
              - id: MG1
                network: ieee13
                protocol: none
                devices:
                  - {id: ess1, type: storage, bus: "671", pMaxMw: 0.1, energyMwh: 1}
            experiment: {metrics: [cost], vary: VARY}
            """
                .replace("VARY", vary));
    String complete = reader.write(workbench.environments().complete(scenario));
    Scenario again = reader.parse(complete, "scenario.yaml");
    assertEquals(choices(scenario), choices(again));
  }

  private String choices(Scenario scenario) {
    StringBuilder all = new StringBuilder();
    scenario
        .experiment()
        .vary()
        .forEach(
            v ->
                v.choices()
                    .forEach(
                        choice -> {
                          choice.forEach(
                              (path, value) -> all.append(path).append(reader.write(value)));
                          all.append('\n');
                        }));
    return all.toString();
  }
}
