package powergrid.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.Setting;

class OverridesTest {
  private final YamlScenarioReader reader = new YamlScenarioReader();
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("s.yaml"), Scenarios.text());
  }

  @Test
  void anOverrideReplacesAValueWhereverItStands() {
    Map<String, String> overrides = new LinkedHashMap<>();
    overrides.put("clock.steps", "4");
    overrides.put("microgrids.MG1.devices.gen1.pMaxMw", "500 kW");
    overrides.put("microgrids.0.devices.1.bus", "\"675\"");
    overrides.put("microgrids.MG1.protocol", "{type: price-signal, price: 3}");
    Scenario scenario = reader.read(file, overrides);
    assertEquals(4, scenario.clock().steps());
    var microgrid = scenario.microgrids().get(0);
    assertEquals("price-signal", microgrid.protocol().type());
    assertEquals("675", microgrid.devices().get(1).bus());
    Setting power = microgrid.devices().get(0).plugin().configuration().fields().get("pMaxMw");
    assertEquals(
        new Setting.Scalar(
            new Place("--set", 0, 0, "microgrids.MG1.devices.gen1.pMaxMw"), "500 kW", false),
        power);
  }

  @Test
  void aTextTakesOverridesAsAFileDoes() {
    Map<String, String> overrides = Map.of("clock.steps", "4");
    assertEquals(4, reader.parse(Scenarios.text(), "mine", overrides).clock().steps());
    ScenarioException refused =
        assertThrows(
            ScenarioException.class,
            () -> reader.parse(Scenarios.text(), "mine", Map.of("clock.steps", "none")));
    assertEquals(new Place("--set", 0, 0, "clock.steps"), refused.mistakes().get(0).place());
  }

  @Test
  void partsThatMayBeLeftOutComeIntoBeing() throws IOException {
    Files.writeString(file, Scenarios.text().replace("experiment:\n  seeds: [1, 2]\n", ""));
    Map<String, String> overrides = new LinkedHashMap<>();
    overrides.put("experiment.vary.microgrids.MG1.protocol", "[none, setpoint]");
    overrides.put("experiment.evaluate.episodes", "3");
    overrides.put("experiment.seeds", "[7]");
    overrides.put("data.load", "{dataset: synthetic}");
    Scenario scenario = reader.read(file, overrides);
    assertEquals(List.of("microgrids.MG1.protocol"), scenario.experiment().vary().get(0).paths());
    assertEquals(3, scenario.experiment().episodes());
    assertEquals(List.of(7L), scenario.experiment().seeds());
    assertEquals("load", scenario.data().get(0).name());
  }

  @Test
  void mistakesInOverridesAreToldByPath() {
    assertMistake("clock.steps", "0", "'0' is out of range; it must be at least 1");
    assertMistake("clok.steps", "1", "there is no 'clok'; did you mean 'clock'?");
    assertMistake(
        "horizon.steps",
        "1",
        "there is no 'horizon'; the scenario has name, clock, network, microgrids, experiment");
    assertMistake(
        "name.x",
        "1",
        "'name' is 'small', which has no fields;"
            + " to give it some, write name={type: small, …}");
    assertMistake("clock.steps.x", "1", "'clock.steps' is '96', which has no fields");
    assertMistake("a..b", "1", "'a..b' is no path; write one such as clock.steps");
    assertMistake(
        "experiment.seeds",
        "[1",
        "is not YAML: expected ',' or ']', but got <stream end> while parsing a flow sequence");
    assertMistake(
        "experiment.seeds",
        "",
        "no value is given;" + " write a list in [ ], each element a whole number");
  }

  private void assertMistake(String path, String value, String message) {
    ScenarioException e =
        assertThrows(ScenarioException.class, () -> reader.read(file, Map.of(path, value)));
    assertEquals("--set: " + path + ": " + message, e.getMessage());
  }

  @Test
  void mistakesOfTheCommandLineComeAfterThoseOfTheFile() throws IOException {
    Files.writeString(file, Scenarios.with(3, "network: []"));
    ScenarioException e =
        assertThrows(ScenarioException.class, () -> reader.read(file, Map.of("clock.steps", "x")));
    assertEquals(
        List.of(
            file
                + ":3:10: network: a list is given; write a plug-in's type or {type: …} with its"
                + " fields",
            "--set: clock.steps: 'x' is not a number; write a whole number"),
        e.mistakes().stream().map(Object::toString).toList());
  }

  @Test
  void aVariantWithABadValueIsToldWhereTheValueStands() {
    Scenario base = Scenarios.read(Scenarios.text());
    Setting value = new Setting.Scalar(new Place("s.yaml", 99, 7, "there"), "0", false);
    ScenarioException e =
        assertThrows(
            ScenarioException.class, () -> reader.with(base, Map.of("clock.steps", value)));
    assertEquals("s.yaml:99:7: there: '0' is out of range; it must be at least 1", e.getMessage());
  }

  @Test
  void aVariantLeavesTheBaseAlone() {
    Scenario base = Scenarios.read(Scenarios.text());
    Setting value = new Setting.Scalar(new Place("", 0, 0, "clock.steps"), "5", false);
    assertEquals(5, reader.with(base, Map.of("clock.steps", value)).clock().steps());
    assertEquals(96, base.clock().steps());
    assertEquals(Scenarios.read(Scenarios.text()), base);
  }
}
