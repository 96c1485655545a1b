package powergrid.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import powergrid.api.experiment.ExperimentSize;
import powergrid.api.plugin.PluginFolder;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.console.Doors.Said;

/** {@code list} and {@code validate}. */
class InformingCommandsTest {
  private static final Workbenches.Catalog CATALOG =
      new Workbenches.Catalog(
          List.of(
              Workbenches.plugin(PluginKind.DEVICE, "grid", "connection to the grid above", ""),
              Workbenches.plugin(PluginKind.DEVICE, "storage", "battery", "two bundles have it"),
              Workbenches.plugin(PluginKind.METRIC, "cost", "what it costs", "")),
          Map.of());

  @TempDir Path temp;

  private final ListCommand list = new ListCommand(CATALOG);

  private Said call(Doors door, ParsedCommand command, String... arguments) {
    return door.call(List.of(command), temp, List.of(arguments));
  }

  @ParameterizedTest
  @EnumSource
  void listShowsWhatIsThereAndWhatIsWrongWithIt(Doors door) {
    Said said = call(door, list, "list");
    assertEquals(0, said.status());
    assertEquals(
        List.of(
            "KIND    TYPE     BUNDLE             VERSION",
            "device  grid     powergrid.grid     0.1.0    connection to the grid above",
            "device  storage  powergrid.storage  0.1.0    CANNOT BE USED: two bundles have it",
            "metric  cost     powergrid.cost     0.1.0    what it costs"),
        said.out().lines().toList());
  }

  @ParameterizedTest
  @EnumSource
  void listTakesAKind(Doors door) {
    assertEquals(2, call(door, list, "list", "metrics").out().lines().count());
    assertEquals(2, call(door, list, "list", "metric").out().lines().count());
    assertEquals("No policies." + Doors.EOL, call(door, list, "list", "policies").out());
  }

  @ParameterizedTest
  @EnumSource
  void listKnowsTheNearestKind(Doors door) {
    Said said = call(door, list, "list", "devcies");
    assertEquals(2, said.status());
    assertEquals(
        "powergrid list: 'devcies' is no kind of plug-in; did you mean 'devices'? There are"
            + " devices, protocols, horizontal-protocols, networks, datasets, rewards, metrics,"
            + " policies, learners, power-flows."
            + Doors.EOL,
        said.err());
    String drivers = call(door, list, "list", "drivers").err();
    assertTrue(drivers.contains("'drivers' is no kind of plug-in. There are"), drivers);
  }

  @ParameterizedTest
  @EnumSource
  void listExplainsFilesInThePluginFolder(Doors door) {
    Path plugins = temp.resolve("plugins");
    list.folder =
        new Workbenches.Folder(
            plugins,
            List.of(
                new PluginFolder.Entry("good.jar", "my.good", "1.0.0", ""),
                new PluginFolder.Entry("cut.jar", "", "", "is cut off; copy it again")));
    List<String> lines = call(door, list, "list", "metrics").out().lines().toList();
    assertEquals(
        List.of("", "Cannot be used, in " + plugins + ":", "  cut.jar: is cut off; copy it again"),
        lines.subList(2, lines.size()));
  }

  @ParameterizedTest
  @EnumSource
  void validateIsContentWithAScenarioWithoutMistakes(Doors door) {
    var reader = new Workbenches.Reader(ScenarioFixture.scenario());
    ValidateCommand validate = new ValidateCommand(reader, new Workbenches.Runner());
    assertEquals(
        new Said(0, "one.yaml: OK (2 variants, 5 seeds: 10 runs, 10 episodes)" + Doors.EOL, ""),
        call(door, validate, "validate", "one.yaml", "--set", "a.b=[1, 2]"));
    assertEquals(Map.of("a.b", "[1, 2]"), reader.overrides);
  }

  @ParameterizedTest
  @EnumSource
  void validateCountsWhatLearnersAreHeldAgainst(Doors door) {
    Workbenches.Runner runner = new Workbenches.Runner();
    runner.size = new ExperimentSize(1, 3, 2, 10);
    ValidateCommand validate =
        new ValidateCommand(new Workbenches.Reader(ScenarioFixture.scenario()), runner);
    assertEquals(
        "one.yaml: OK (1 variant, 3 baselines, 2 seeds: 8 runs, 80 episodes)" + Doors.EOL,
        call(door, validate, "validate", "one.yaml").out());
  }

  @ParameterizedTest
  @EnumSource
  void validatePrintsAllMistakes(Doors door) {
    var reader = new Workbenches.Reader(ScenarioFixture.scenario());
    Workbenches.Runner runner = new Workbenches.Runner();
    String file = temp.resolve("one.yaml").toString();
    runner.mistakes.add(new Mistake(new Place(file, 7, 9, "network"), "no network 'x'"));
    runner.mistakes.add(new Mistake(new Place("--set", 0, 0, "clock.steps"), "0 is too few"));
    Said said = call(door, new ValidateCommand(reader, runner), "validate", "one.yaml");
    assertEquals(2, said.status());
    assertEquals("", said.out());
    assertEquals(
        List.of("one.yaml:7:9: network: no network 'x'", "--set: clock.steps: 0 is too few"),
        said.err().lines().toList());
  }
}
