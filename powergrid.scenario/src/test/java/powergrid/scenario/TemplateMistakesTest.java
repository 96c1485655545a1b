package powergrid.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static powergrid.scenario.Scenarios.assertMistakes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import powergrid.api.scenario.ScenarioException;

/** What a user reads about templates and their copies, word by word. */
class TemplateMistakesTest {
  private static final String TEXT =
      """
      name: many
      clock: {start: "2023-07-01T00:00", step: 15min, steps: 96}
      microgrids:
        - id: MG{n}
          count: 100
          network: ieee13
          protocol: none
          devices: [{id: ess1, type: storage, bus: "671"}]
      """;

  private static final String IN_TURN = "a list of the values that copies take in turn";

  @TempDir private Path folder;

  static Stream<Arguments> lines() {
    return Stream.of(
        arguments(
            "count: 100",
            "count: 0",
            "s.yaml:5:12: microgrids.MG{n}.count: '0' is out of range; it must be from 1 to 10000"),
        arguments(
            "count: 100",
            "count: 10001",
            "s.yaml:5:12: microgrids.MG{n}.count: '10001' is out of range; it must be from 1 to"
                + " 10000"),
        arguments(
            "count: 100",
            "count: 2.5",
            "s.yaml:5:12: microgrids.MG{n}.count: '2.5' is not a whole number; write a whole"
                + " number"),
        arguments(
            "count: 100",
            "count: all",
            "s.yaml:5:12: microgrids.MG{n}.count: 'all' is not a number; write a whole number"),
        arguments(
            "count: 100",
            "count:",
            "s.yaml:5:5: microgrids.MG{n}.count: no value is given; write a whole number"),
        arguments(
            "count: 100",
            "count: 2\n    first: -1",
            "s.yaml:6:12: microgrids.MG{n}.first: '-1' is out of range; it must be from 0 to"
                + " 1000000"),
        arguments(
            "id: MG{n}",
            "id: MG",
            "s.yaml:4:9: microgrids.MG.id: 'MG' is the id of 100 microgrids; write {n} for the"
                + " number of each, e.g. MG{n}"),
        arguments(
            "id: MG{n}",
            "id: MG{i}",
            "s.yaml:4:9: microgrids.MG{i}.id: 'MG{i}' is the id of 100 microgrids; write {n} for"
                + " the number of each, e.g. MG{i}{n}\n"
                + "s.yaml:4:9: microgrids.MG{i}.id: 'MG{i}' is no id; write letters, digits, '-' and"
                + " '_', without dots, e.g. gen-1"),
        arguments(
            "    count: 100\n",
            "",
            "s.yaml:4:9: microgrids.MG{n}.id: is for copies, but there is no count; write how many"
                + " there are, e.g. count: 100"),
        arguments(
            "    count: 100\n",
            "    first: 3\n",
            "s.yaml:4:9: microgrids.MG{n}.id: is for copies, but there is no count; write how many"
                + " there are, e.g. count: 100"),
        arguments(
            "MG{n}\n    count: 100\n",
            "MG1\n    first: 3\n",
            "s.yaml:5:12: microgrids.MG1.first: is for copies, but there is no count; write how"
                + " many there are, e.g. count: 100"),
        arguments(
            "count: 100",
            "cuont: 100",
            "s.yaml:4:9: microgrids.MG{n}.id: is for copies, but there is no count; write how many"
                + " there are, e.g. count: 100\n"
                + "s.yaml:5:5: microgrids.MG1.cuont: unknown field 'cuont'; did you mean 'count'?"),
        arguments(
            "protocol: none",
            "protocol: {each: none}",
            "s.yaml:7:22: microgrids.MG{n}.protocol.each: 'none' is given; write " + IN_TURN),
        arguments(
            "protocol: none",
            "protocol: {each: []}",
            "s.yaml:7:22: microgrids.MG{n}.protocol.each: the list is empty; write the values that"
                + " copies take in turn, e.g. [1, 2, 3]"),
        arguments(
            "count: 100\n    network: ieee13\n    protocol: none",
            "count: 2\n    network: ieee13\n    protocol: {each: [a, b, c]}",
            "s.yaml:7:22: microgrids.MG{n}.protocol.each: has 3 values, but there are 2 copies;"
                + " write as many at most"),
        arguments(
            "count: 100\n    network: ieee13\n    protocol: none",
            "count: 1\n    network: ieee13\n    protocol: {each: [a, b]}",
            "s.yaml:7:22: microgrids.MG{n}.protocol.each: has 2 values, but there is 1 copy;"
                + " write as many at most"),
        arguments(
            "count: 100\n    network: ieee13\n    protocol: none",
            "count: x\n    network: ieee13\n    protocol: {each: [a, b]}",
            "s.yaml:5:12: microgrids.MG{n}.count: 'x' is not a number; write a whole number"),
        // what every copy has is told once
        arguments(
            "type: storage, ",
            "",
            "s.yaml:8:15: microgrids.MG1.devices.ess1: missing field 'type': write the device's"
                + " plug-in, e.g. storage (also in MG2, MG3, MG4, …, MG100: 99 more)"),
        arguments(
            "bus: \"671\"",
            "buss: \"671\"",
            "s.yaml:8:41: microgrids.MG1.devices.ess1.buss: unknown field 'buss'; did you mean"
                + " 'bus'? (also in MG2, MG3, MG4, …, MG100: 99 more)"),
        arguments(
            "bus: \"671\"",
            "bus: \"671\", phases: \"{n}\"",
            "s.yaml:8:61: microgrids.MG1.devices.ess1.phases: '1' is no set of phases: use letters"
                + " a, b and c, each once, e.g. abc or bc (also in MG2, MG3, MG4, …, MG100: 99"
                + " more)"),
        arguments(
            "count: 100\n    network: ieee13",
            "count: 5\n    network: {type: ieee13, loadScale: {each: [1, -1]}}",
            "s.yaml:6:51: microgrids.MG2.network.loadScale: '-1' is out of range; it must be from 0"
                + " to 1000000 (also in MG4)"),
        arguments(
            "devices:",
            "devices: [{id: a, type: b, bus: c}]\n  - id: MG7\n    network: x\n    devices:",
            "s.yaml:9:9: microgrids.MG7.id: the id 'MG7' is taken on line 4; use another"),
        arguments(
            "devices:",
            "devices: [{id: a, type: b, bus: c}]\n  - id: MG{n}\n    count: 6\n    first: 98\n"
                + "    network: x\n    devices:",
            "s.yaml:9:9: microgrids.MG98.id: the id 'MG98' is taken on line 4; use another (also in"
                + " MG99, MG100)"),
        arguments(
            "count: 100",
            "count: 10000\n    policy: {type: x, a: [1, 2, 3, 4, 5, 6, 7, 8, 9]}",
            "s.yaml:5:12: microgrids.MG{n}.count: 10000 copies with 21 values each make more than"
                + " 200,000 values; use fewer"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("lines")
  void aMistakeIsOneLine(String written, String replacement, String message) {
    assertEquals(1, TEXT.split(Pattern.quote(written), -1).length - 1, written);
    assertMistakes(TEXT.replace(written, replacement), message);
  }

  @Test
  void theRestOfAScenarioWithAWrongTemplateIsReadButNoPathsIntoCopies() {
    assertMistakes(
        TEXT.replace("count: 100", "count: x").replace("clock", "clok")
            + "experiment: {vary: {microgrids.MG50.protocol: [none]}}\n",
        "s.yaml:2:1: clok: unknown field 'clok'; did you mean 'clock'?",
        "s.yaml:5:12: microgrids.MG{n}.count: 'x' is not a number; write a whole number");
  }

  @Test
  void whatAnAliasBringsToSeveralMicrogridsIsToldOnce() {
    assertMistakes(
        """
        name: three
        clock: {start: "2023-07-01T00:00", step: 15min, steps: 96}
        network: ieee13
        microgrids:
          - {id: MG1, devices: &devices [{id: ess1, bus: "671"}]}
          - {id: MG2, devices: *devices}
        """,
        "s.yaml:5:34: microgrids.MG1.devices.ess1: missing field 'type': write the device's"
            + " plug-in, e.g. storage (also in MG2)");
  }

  @Test
  void theNumberOfCopiesCannotBeVaried() {
    assertMistakes(
        TEXT + "experiment: {vary: {\"microgrids.MG{n}.count\": [10, 100]}}\n",
        "s.yaml:9:48: experiment.vary.microgrids.MG{n}.count.0: comes too late: copies are made"
            + " when the file is read, before anything is varied; set it on the command line, e.g."
            + " --set microgrids.MG{n}.count=10",
        "s.yaml:9:52: experiment.vary.microgrids.MG{n}.count.1: comes too late: copies are made"
            + " when the file is read, before anything is varied; set it on the command line, e.g."
            + " --set microgrids.MG{n}.count=10");
  }

  @Test
  void aPathToNoCopySaysSo() {
    assertMistakes(
        TEXT + "experiment: {vary: {microgrids.MG101.protocol: [none]}}\n",
        "s.yaml:9:48: experiment.vary.microgrids.MG101.protocol: there is no 'microgrids.MG101'; did you mean 'MG10'?");
    assertMistakes(
        TEXT + "experiment: {vary: {microgrids.*.devices.ess2.bus: [\"1\"]}}\n",
        "s.yaml:9:52: experiment.vary.microgrids.*.devices.ess2.bus: there is no"
            + " 'microgrids.*.devices.ess2'; did you mean 'ess1'?");
  }

  @Test
  void aTemplateThatIsMadeWrongOnTheCommandLineIsToldThere() throws IOException {
    Path file = Files.writeString(folder.resolve("s.yaml"), TEXT);
    ScenarioException e =
        assertThrows(
            ScenarioException.class,
            () ->
                new YamlScenarioReader()
                    .read(file, Map.of("microgrids.MG{n}.network", "{loadScale: 1}")));
    assertEquals(
        "--set: microgrids.MG1.network: missing field 'type': write a plug-in's type, e.g. storage"
            + " (also in MG2, MG3, MG4, …, MG100: 99 more)",
        e.getMessage());
  }
}
