package powergrid.experiment;

import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioReader;
import powergrid.scenario.YamlScenarioReader;

/** Scenarios as short as the grammar allows. */
final class ScenarioFixture {
  static final ScenarioReader READER = new YamlScenarioReader();

  private ScenarioFixture() {}

  /** A scenario of three steps with the metrics cost and steps. */
  static Scenario withExperiment(String experiment) {
    return READER.parse(
        """
        name: counting
        clock: {start: "2023-07-01T00:00", step: 15min, steps: 3}
        network: {type: ieee13}
        microgrids:
          - id: MG1
            devices:
              - {id: grid, type: grid, bus: "650"}
        valueOfLostLoad: 1
        experiment: {metrics: [cost, steps]%s}
        """
            .formatted(experiment.isEmpty() ? "" : ", " + experiment),
        "counting.yaml");
  }

  /** A scenario of three steps that learns. */
  static Scenario learning(String learn, String experiment) {
    return READER.parse(
        """
        name: learning
        clock: {start: "2023-07-01T00:00", step: 15min, steps: 3}
        network: {type: ieee13}
        microgrids:
          - id: MG1
            devices:
              - {id: grid, type: grid, bus: "650"}
        valueOfLostLoad: 1
        learn: %s
        experiment: {%s}
        """
            .formatted(learn, experiment),
        "learning.yaml");
  }
}
