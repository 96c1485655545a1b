package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.scenario.YamlScenarioReader;

/** Microgrids that are copies of a template, as far as an environment is concerned. */
class CopiesTest {
  private static final String TEXT =
      """
      name: copies
      clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
      microgrids:
        - id: MG{n}
          count: 6
          network: {type: ieee13, taps: [0, 0, 0], loadScale: {each: [0.1, 0.2]}}
          protocol: price-signal
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: ess1, type: storage, bus: "671", pMaxMw: 0.1, energyMwh: {each: [1, 2, 3]}}
      experiment: {metrics: [cost]}
      """;

  private final TestWorkbench workbench = new TestWorkbench();
  private final YamlScenarioReader reader = new YamlScenarioReader();

  private List<String> check(String text) {
    return workbench.environments().check(workbench.scenario(text)).stream()
        .map(Mistake::toString)
        .toList();
  }

  @Test
  void aCompletedScenarioHasAllCopiesAndIsCompleteWhenItIsReadAgain() {
    Scenario scenario = workbench.scenario(TEXT);
    String complete = reader.write(workbench.environments().complete(scenario));
    Scenario again = reader.parse(complete, "scenario.yaml");
    assertEquals(6, again.microgrids().size());
    assertEquals("MG6", again.microgrids().get(5).id());
    assertEquals(0.2, again.microgrids().get(5).network().orElseThrow().loadScale());
    assertEquals(complete, reader.write(workbench.environments().complete(again)));
  }

  @Test
  void copiesAreAgentsOfTheirOwn() {
    try (Environment environment = workbench.environments().create(workbench.scenario(TEXT))) {
      environment.reset(1);
      assertEquals(
          List.of("MG1", "MG2", "MG3", "MG4", "MG5", "MG6"),
          environment.possibleAgents().stream().map(a -> a.id()).toList());
    }
  }

  @Test
  void whatNoCopyCanDoIsSaidOnce() {
    assertEquals(
        List.of(
            "test.yaml:10:40: microgrids.MG1.devices.ess1.bus: ieee13 has no bus '999'; it has 611,"
                + " 632, 633, 634, 645, 646, 650, 652, 671, 675, 680, 684, 692, RG60 (also in MG2,"
                + " MG3, MG4, …, MG6: 5 more)"),
        check(TEXT.replace("671", "999")));
    assertEquals(
        List.of(
            "test.yaml:10:85: microgrids.MG3.devices.ess1.energyMwh: '-3' is out of range; it must"
                + " be from 1.0E-6 to 100000 MWh (also in MG6)"),
        check(TEXT.replace("2, 3]", "2, -3]")));
  }
}
