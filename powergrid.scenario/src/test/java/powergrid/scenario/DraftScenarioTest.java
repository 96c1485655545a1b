package powergrid.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import powergrid.api.dataset.Known;
import powergrid.api.scenario.ActionScale;
import powergrid.api.scenario.Clock;
import powergrid.api.scenario.DeviceSetting;
import powergrid.api.scenario.ForecastSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.SeriesSetting;
import powergrid.api.scenario.Setting;

class DraftScenarioTest {
  private static Scenario scenario;

  @BeforeAll
  static void read() throws IOException {
    try (var in = DraftScenarioTest.class.getResourceAsStream("one-microgrid.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      scenario = new YamlScenarioReader().parse(text, "one-microgrid.yaml");
    }
  }

  @Test
  void theClockAndTheNamedThingsAreRead() {
    assertEquals("one-microgrid", scenario.name());
    LocalDateTime start = LocalDateTime.of(2023, 7, 1, 0, 0);
    assertEquals(new Clock(start, Duration.ofMinutes(15), 96, 62), scenario.clock());
    assertEquals("ieee13", scenario.network().orElseThrow().plugin().type());
    assertEquals("cost-safety", scenario.rewards().get(0).plugin().type());
    assertEquals(10_000, scenario.valueOfLostLoad());
  }

  @Test
  void theMicrogridHasItsProtocolPolicyAndDevices() {
    MicrogridSetting microgrid = scenario.microgrids().get(0);
    assertEquals("MG1", microgrid.id());
    assertEquals(Optional.empty(), microgrid.network());
    assertEquals("setpoint", microgrid.protocol().type());
    assertEquals("rule", microgrid.policy().orElseThrow().type());
    assertEquals(
        List.of("grid", "gen1", "ess1", "pv1"),
        microgrid.devices().stream().map(DeviceSetting::id).toList());
  }

  @Test
  void whatIsEveryDevicesIsNotInThePluginsConfiguration() {
    DeviceSetting storage = scenario.microgrids().get(0).devices().get(2);
    assertEquals("storage", storage.plugin().type());
    assertEquals("671", storage.bus());
    assertEquals("abc", storage.phases());
    assertEquals("", storage.connection());
    assertEquals(Optional.empty(), storage.policy());
    assertEquals(
        List.of("pMaxMw", "energyMwh"),
        List.copyOf(storage.plugin().configuration().fields().keySet()));
    assertEquals(
        "one-microgrid.yaml:16:70: microgrids.MG1.devices.ess1.pMaxMw",
        storage.plugin().configuration().fields().get("pMaxMw").place().toString());
  }

  @Test
  void seriesTakeTheirOwnNameAsColumnAndKeepTheirScale() {
    List<SeriesSetting> data = scenario.data();
    assertEquals(
        List.of("load", "irradiance", "price"), data.stream().map(SeriesSetting::name).toList());
    assertEquals(
        List.of("load", "irradiance", "price"), data.stream().map(SeriesSetting::column).toList());
    assertEquals(Optional.empty(), data.get(0).known());
    assertEquals(Optional.of(Known.AHEAD), data.get(2).known());
    assertEquals(1.0, data.get(0).scale());
    assertEquals("synthetic", data.get(1).dataset().type());
  }

  @Test
  void aForecastIsInWholeStepsOfTheClockAndPerfectUnlessAnErrorIsGiven() {
    Scenario read =
        Scenarios.read(
            Scenarios.text()
                + """
                data:
                  load: {dataset: x, forecast: {horizon: 6h, step: 90min, error: 0.1}}
                  price: {dataset: x, forecast: {horizon: 1d}}
                actions: normalised
                """);
    ForecastSetting load = read.data().get(0).forecast().orElseThrow();
    assertEquals(Duration.ofHours(6), load.horizon());
    assertEquals(Duration.ofMinutes(90), load.step());
    assertEquals(0.1, load.error());
    ForecastSetting price = read.data().get(1).forecast().orElseThrow();
    assertEquals(Duration.ofDays(1), price.horizon());
    assertEquals(Duration.ofMinutes(15), price.step());
    assertEquals(0, price.error());
    assertEquals(ActionScale.NORMALISED, read.actions());
  }

  @Test
  void stepsLastAsAScenarioWritesIt() {
    Clock clock = scenario.clock();
    assertEquals("15min", clock.lasting(1));
    assertEquals("90min", clock.lasting(6));
    assertEquals("24h", clock.lasting(96));
    assertEquals("30s", new Clock(clock.start(), Duration.ofSeconds(10), 1, 1).lasting(3));
    assertEquals("1.5ms", new Clock(clock.start(), Duration.ofNanos(500_000), 1, 1).lasting(3));
  }

  @Test
  void theExperimentVariesTheProtocol() {
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), scenario.experiment().seeds());
    assertEquals(1, scenario.experiment().episodes());
    var vary = scenario.experiment().vary();
    assertEquals(1, vary.size());
    assertEquals(List.of("microgrids.MG1.protocol"), vary.get(0).paths());
    List<String> types =
        vary.get(0).choices().stream()
            .map(choice -> new YamlScenarioReader().with(scenario, choice))
            .map(variant -> variant.microgrids().get(0).protocol().type())
            .toList();
    assertEquals(List.of("none", "setpoint", "price-signal"), types);
  }

  @Test
  void theMetricsOfTheDraftAreTheDefault() {
    List<String> written =
        scenario.experiment().metrics().stream().map(PluginSetting::type).toList();
    Scenario without = Scenarios.read(Scenarios.text());
    assertEquals(
        without.experiment().metrics().stream().map(PluginSetting::type).toList(), written);
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Scenario small = Scenarios.read(Scenarios.text());
    assertEquals(1, small.clock().days());
    assertEquals("none", small.microgrids().get(0).protocol().type());
    assertEquals(Optional.empty(), small.microgrids().get(0).policy());
    assertEquals(List.of(), small.data());
    assertEquals(Optional.empty(), scenario.data().get(0).forecast());
    assertEquals(ActionScale.PHYSICAL, small.actions());
    assertEquals("cost-safety", small.rewards().get(0).plugin().type());
    assertEquals(Map.of(), small.rewards().get(0).plugin().configuration().fields());
    assertEquals(10_000, small.valueOfLostLoad());
    assertEquals(1, small.experiment().episodes());
    assertEquals(List.of(), small.experiment().vary());
  }

  @Test
  void withoutAnExperimentThereIsOneSeed() {
    String text = Scenarios.with(9, "#").replace("  seeds: [1, 2]\n", "");
    assertEquals(List.of(1L), Scenarios.read(text).experiment().seeds());
  }

  @Test
  void theNetworkMayBeLeftOutWhereEveryMicrogridHasItsOwn() {
    String text =
        Scenarios.with(5, "  - id: MG1", "    network: ieee34").replace("network: ieee13\n", "");
    Scenario read = Scenarios.read(text);
    assertEquals(Optional.empty(), read.network());
    assertEquals("ieee34", read.microgrids().get(0).network().orElseThrow().plugin().type());
  }

  @Test
  void theRootIsAllThatWasWritten() {
    Setting.Mapping root = scenario.root();
    assertEquals(
        List.of(
            "name",
            "clock",
            "network",
            "data",
            "microgrids",
            "reward",
            "valueOfLostLoad",
            "experiment"),
        List.copyOf(root.fields().keySet()));
  }
}
