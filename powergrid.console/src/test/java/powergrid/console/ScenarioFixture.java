package powergrid.console;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import powergrid.api.scenario.ActionScale;
import powergrid.api.scenario.ChannelSetting;
import powergrid.api.scenario.Clock;
import powergrid.api.scenario.ExperimentSetting;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.Variation;

/** A scenario, read. */
final class ScenarioFixture {
  static final Place PLACE = new Place("one.yaml", 1, 1, "");

  private ScenarioFixture() {}

  /** Two protocols, five seeds. */
  static Scenario scenario() {
    Setting.Mapping empty = new Setting.Mapping(PLACE, Map.of());
    Variation protocols =
        Variation.of(
            "microgrids.MG1.protocol",
            List.of(
                new Setting.Scalar(PLACE, "none", false),
                new Setting.Scalar(PLACE, "setpoint", false)));
    return new Scenario(
        "one microgrid",
        empty,
        new Clock(LocalDateTime.of(2023, 7, 1, 0, 0), Duration.ofMinutes(15), 96, 1),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        List.of(),
        ChannelSetting.ideal(PLACE),
        Optional.empty(),
        List.of(),
        List.of(),
        ActionScale.PHYSICAL,
        List.of(),
        10000,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new ExperimentSetting(
            List.of(protocols),
            List.of(1L, 2L, 3L, 4L, 5L),
            1,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }
}
