package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.scenario.Mistake;

/** What does not fit the network or the plug-ins is said, all at once, with its place. */
class MistakesTest {
  private final TestWorkbench workbench = new TestWorkbench();

  private List<String> check(String devices) {
    return check(devices, "cost");
  }

  private List<String> check(String devices, String metric) {
    String yaml =
        """
        name: wrong
        clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
        network: ieee13
        microgrids:
          - id: MG1
            devices:
        """
            + devices.indent(6)
            + """
        reward: cost-safety
        experiment: {metrics: [%s]}
        """
                .formatted(metric);
    return workbench.environments().check(workbench.scenario(yaml)).stream()
        .map(Mistake::toString)
        .toList();
  }

  @Test
  void allMistakesOfAllDevicesAreSaidAtOnce() {
    assertEquals(
        List.of(
            "test.yaml:7:34: microgrids.MG1.devices.a.bus: ieee13 has no bus '999'; it has 611,"
                + " 632, 633, 634, 645, 646, 650, 652, 671, 675, 680, 684, 692, RG60",
            "test.yaml:8:50: microgrids.MG1.devices.b.phases: bus 652 has phase a, not abc; use"
                + " phases: a",
            "test.yaml:9:9: microgrids.MG1.devices.c: bus 645 has phases bc only, so phases must"
                + " be given, e.g. phases: bc",
            "test.yaml:10:66: microgrids.MG1.devices.d.connection: a device on phases bc cannot be"
                + " wye; use connection: delta",
            "test.yaml:11:23: microgrids.MG1.devices.e.type: no device 'windmill' is installed;"
                + " installed: capacitor, electrolyzer, ev, generator, grid, hvac, load, solar,"
                + " storage, tapchanger, wind",
            "test.yaml:12:9: microgrids.MG1.devices.f.bus: bus 671 is not a source of ieee13; use"
                + " bus 650"),
        check(
            """
            - {id: a, type: grid, bus: "999"}
            - {id: b, type: solar, bus: "652", phases: abc, pMaxMw: 0.1}
            - {id: c, type: solar, bus: "645", pMaxMw: 0.1}
            - {id: d, type: solar, bus: "645", phases: bc, connection: wye, pMaxMw: 0.1}
            - {id: e, type: windmill, bus: "645", phases: bc}
            - {id: f, type: grid, bus: "671"}
            """));
  }

  @Test
  void aMistakeInTheNetworkOfAllIsSaidOnce() {
    String yaml =
        """
        name: wrong
        clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
        network: ieee14
        microgrids:
          - {id: MG1, devices: [{id: a, type: grid, bus: "650"}]}
          - {id: MG2, devices: [{id: a, type: grid, bus: "650"}]}
        experiment: {metrics: [cost]}
        """;
    assertEquals(
        List.of(
            "test.yaml:3:10: network: no network 'ieee14' is installed; installed: ieee13, ieee34"),
        workbench.environments().check(workbench.scenario(yaml)).stream()
            .map(Mistake::toString)
            .toList());
  }

  @Test
  void aMetricOfNobodySaysWhoIsThere() {
    String grid = "- {id: a, type: grid, bus: \"650\"}";
    assertEquals(
        List.of(
            "test.yaml:9:44: experiment.metrics.0.agent: no agent is called 'nobody'; there are"
                + " MG1, MG1.a"),
        check(grid, "{type: cost, agent: nobody}"));
    assertEquals(List.of(), check(grid, "{type: cost, agent: MG1.a}"));
  }

  @Test
  void aScenarioWithoutMistakesHasNone() {
    assertEquals(List.of(), check("- {id: a, type: grid, bus: \"650\"}"));
  }
}
