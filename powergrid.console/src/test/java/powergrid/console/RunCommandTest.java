package powergrid.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import powergrid.api.command.Command;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentResult.Outcome;
import powergrid.api.experiment.ExperimentResult.Summary;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.console.Doors.Said;

class RunCommandTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-04T12:34:56Z"), ZoneOffset.UTC);

  @TempDir Path temp;

  private final Workbenches.Reader reader = new Workbenches.Reader(ScenarioFixture.scenario());
  private final Workbenches.Runner runner = new Workbenches.Runner();
  private final RunCommand command = new RunCommand(reader, runner, NOON);

  private Said call(Doors door, String... arguments) {
    return door.call(List.of(command), temp, List.of(arguments));
  }

  private static ExperimentResult result(Path directory, Outcome outcome, String... failures) {
    return new ExperimentResult(
        directory,
        outcome,
        List.of("none", "setpoint"),
        List.of("cost", "voltage-violations", "messages"),
        List.of(
            new Summary("none", "cost", "USD", 5, 1201, 1200.25, 1180, 1221),
            new Summary("none", "voltage-violations", "h", 5, 0, 0.125, 0, 0.25),
            new Summary("none", "messages", "", 5, 0, 0, 0, 0),
            new Summary("setpoint", "cost", "USD", 5, 802, 812.5, 803.5, 822),
            new Summary("setpoint", "voltage-violations", "h", 5, 0, 0, 0, 0),
            new Summary("setpoint", "messages", "", 5, 384, 384, 384, 384)),
        "none",
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(failures),
        List.of());
  }

  @ParameterizedTest
  @EnumSource
  void printsTheComparisonOnStandardOutput(Doors door) {
    runner.running = (directory, progress) -> result(directory, Outcome.DONE);
    Said said = call(door, "run", "one.yaml");
    assertEquals(0, said.status());
    assertEquals(
        """
                                           voltage-
                              cost       violations
        variant   seeds      [USD]              [h]  messages
        -----------------------------------------------------
        none          5  1200 ± 21  0.1250 ± 0.1250     0 ± 0
        setpoint      5   813 ±  9  0.0000 ± 0.0000   384 ± 0

        Interquartile mean over the seeds ± half its 95 % bootstrap interval; means: summary.csv.
        """,
        said.out());
  }

  @ParameterizedTest
  @EnumSource
  void recordsInADirectoryOfTheScenariosNameAndTime(Doors door) {
    List<Path> directories = new ArrayList<>();
    runner.running =
        (directory, progress) -> {
          directories.add(directory);
          return result(directory, Outcome.DONE);
        };
    Said said = call(door, "run", "one.yaml");
    assertEquals(List.of(temp.resolve("runs/one-microgrid-20260304-123456")), directories);
    assertTrue(
        said.err()
            .endsWith("Recorded in " + Path.of("runs/one-microgrid-20260304-123456") + Doors.EOL),
        said.err());
  }

  @Test
  void aSecondRunInTheSameSecondGetsADirectoryOfItsOwn() throws IOException {
    Files.createDirectories(temp.resolve("runs/one-microgrid-20260304-123456"));
    runner.running = (directory, progress) -> result(directory, Outcome.DONE);
    Said said = call(Doors.COMMAND_LINE, "run", "one.yaml");
    assertTrue(said.err().contains("one-microgrid-20260304-123456-2"), said.err());
  }

  @ParameterizedTest
  @EnumSource
  void readsTheFileInTheSessionsDirectoryWithTheValuesSet(Doors door) {
    runner.running = (directory, progress) -> result(directory, Outcome.DONE);
    call(
        door,
        "run",
        "one.yaml",
        "--seed",
        "-7",
        "--set",
        "microgrids.MG1.protocol={type: price-signal, a: b=c}",
        "--set=clock.steps=4",
        "--out",
        "x");
    assertEquals(temp.resolve("one.yaml"), reader.file);
    assertEquals(
        Map.of(
            "microgrids.MG1.protocol",
            "{type: price-signal, a: b=c}",
            "clock.steps",
            "4",
            "experiment.seeds",
            "[-7]"),
        reader.overrides);
  }

  @ParameterizedTest
  @EnumSource
  void mistakesAreLinesThatNameTheFileAsTheUserDid(Doors door) {
    reader.mistakes.add(new Mistake(new Place("", 3, 5, "clock.steps"), "-1 is not above 0"));
    reader.mistakes.add(new Mistake(new Place("", 9, 1, ""), "unknown field"));
    Said said = call(door, "run", "one.yaml");
    assertEquals(2, said.status());
    assertEquals("", said.out());
    assertEquals(
        List.of("one.yaml:3:5: clock.steps: -1 is not above 0", "one.yaml:9:1: unknown field"),
        said.err().lines().toList());
  }

  @ParameterizedTest
  @EnumSource
  void aFailedRunSaysWhyOnTheLastLine(Doors door) {
    runner.running =
        (directory, progress) ->
            result(directory, Outcome.FAILED, "none, seed 1: fire", "none, seed 2: flood");
    Said said = call(door, "run", "one.yaml", "--out", "x");
    assertEquals(1, said.status());
    assertEquals(
        List.of(
            "Recorded in x", "none, seed 1: fire", "powergrid run: failed: none, seed 2: flood"),
        said.err().lines().toList());
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedRunEndsWith130AndSaysWhereThingsAre(Doors door) {
    runner.running = (directory, progress) -> result(directory, Outcome.INTERRUPTED);
    Said said = call(door, "run", "one.yaml", "-o", "x");
    assertEquals(130, said.status());
    assertTrue(said.err().contains("interrupted; what was complete is in x"), said.err());
  }

  @ParameterizedTest
  @EnumSource
  void aDirectoryThatCannotBeWrittenIsWrongInput(Doors door) {
    runner.running =
        (directory, progress) -> {
          throw new IOException("x cannot be created: no permission to write to /");
        };
    Said said = call(door, "run", "one.yaml", "-o", "x");
    assertEquals(2, said.status());
    assertEquals(
        "powergrid run: x cannot be created: no permission to write to /" + Doors.EOL, said.err());
  }

  @ParameterizedTest
  @EnumSource
  void aDiskThatFillsUpIsAFailure(Doors door) {
    runner.running =
        (directory, progress) -> {
          Files.createDirectories(directory);
          throw new IOException("episodes.csv cannot be written: no space left");
        };
    assertEquals(1, call(door, "run", "one.yaml", "-o", door.name()).status());
  }

  @ParameterizedTest
  @EnumSource
  void quietPrintsNothingWhenAllIsWell(Doors door) {
    runner.running = (directory, progress) -> result(directory, Outcome.DONE);
    assertEquals(new Said(0, "", ""), call(door, "run", "-q", "one.yaml"));
  }

  @ParameterizedTest
  @EnumSource
  void wrongArgumentsAreOneLineAndAHint(Doors door) {
    Said said = call(door, "run");
    assertEquals(2, said.status());
    assertEquals(
        List.of("powergrid run: missing SCENARIO: name a scenario, or a run with --resume DIR"),
        said.err().lines().toList());
    Said both = call(door, "run", "a.yaml", "--resume", "runs/a");
    assertEquals(2, both.status());
    assertTrue(
        both.err().contains("--resume goes on with what the run directory says"), both.err());
    assertEquals(2, call(door, "run", "a.yaml", "--seed", "x").status());
    assertEquals(2, call(door, "run", "a.yaml", "--colour").status());
    assertEquals(2, call(door, "run", "a.yaml", "b.yaml").status());
    Said unset = call(door, "run", "a.yaml", "--set", "clock.steps");
    assertEquals(2, unset.status());
    assertTrue(unset.err().contains("--set clock.steps: write --set name=value"), unset.err());
    Said twice = call(door, "run", "a.yaml", "--set", "a=1", "--set", "a=2");
    assertTrue(twice.err().contains("--set a is given twice"), twice.err());
  }

  @ParameterizedTest
  @EnumSource
  void helpIsOnStandardOutputAndPlain(Doors door) {
    Said said = call(door, "run", "--help");
    assertEquals(0, said.status());
    assertEquals("", said.err());
    assertTrue(said.out().startsWith("Usage: powergrid run"), said.out());
    assertTrue(said.out().contains("Examples:"), said.out());
    assertFalse(said.out().contains("\u001b"), "escape sequences");
    said.out().lines().forEach(line -> assertTrue(line.length() <= 90, line));
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfOursIsALineWithoutAStackTrace(Doors door) {
    runner.running =
        (directory, progress) -> {
          throw new IllegalStateException("oops");
        };
    Said said = call(door, "run", "one.yaml", "-o", "x");
    assertEquals(1, said.status());
    assertEquals(1, said.err().lines().count());
    assertTrue(said.err().contains("IllegalStateException: oops"), said.err());
    Said debug = call(door, "run", "one.yaml", "-o", "x", "--debug");
    assertTrue(debug.err().contains("at powergrid.console"), debug.err());
  }

  @Test
  void progressIsRedrawnOnATerminalAndGoneInTheEnd() {
    runner.running =
        (directory, progress) -> {
          progress.episode(1, 2, "none, seed 1");
          progress.episode(2, 2, "none, seed 2");
          return result(directory, Outcome.DONE);
        };
    String drawn = errOnTerminal("run", "one.yaml", "-o", "x");
    assertTrue(drawn.contains("\r[###############...............] 1/2  none, seed 1"), drawn);
    assertTrue(drawn.contains("\r[##############################] 2/2  none, seed 2"), drawn);
    assertTrue(drawn.endsWith("\r" + " ".repeat(78) + "\rRecorded in x" + Doors.EOL), drawn);
    assertEquals("", errOnTerminal("run", "one.yaml", "-o", "x", "--quiet"));
  }

  @Test
  void theRunIsAskedToStopOnceTheUserInterrupts() {
    List<Boolean> asked = new ArrayList<>();
    runner.running =
        (directory, progress) -> {
          asked.add(progress.stop());
          return result(directory, Outcome.INTERRUPTED);
        };
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    command.run(new ConsoleSession(nowhere, nowhere, temp, false, () -> true), List.of("a.yaml"));
    command.run(new ConsoleSession(nowhere, nowhere, temp, false, () -> false), List.of("a.yaml"));
    assertEquals(List.of(true, false), asked);
  }

  private String errOnTerminal(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    ConsoleSession session = new ConsoleSession(out, stream, temp, true, () -> false);
    int status =
        new CommandLineDoor(List.<Command>of(command), session, "0.1.0").applyAsInt(arguments);
    assertEquals(0, status);
    return err.toString(StandardCharsets.UTF_8);
  }
}
