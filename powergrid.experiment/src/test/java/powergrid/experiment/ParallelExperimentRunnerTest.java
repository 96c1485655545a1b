package powergrid.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import powergrid.api.environment.Contract;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentResult.Outcome;
import powergrid.api.experiment.ExperimentResult.Summary;
import powergrid.api.experiment.Progress;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;

class ParallelExperimentRunnerTest {
  private static final String TWO_BY_TWO = "vary: {valueOfLostLoad: [1, 10]}, seeds: [3, 5]";

  @TempDir Path temp;

  private final CountingEnvironments environments = new CountingEnvironments();
  private final Told told = new Told(Integer.MAX_VALUE);

  /** Hears of progress and asks to stop after so many steps. */
  private static final class Told implements Progress {
    final List<String> episodes = new ArrayList<>();
    final AtomicInteger stepsLeft;

    Told(int steps) {
      stepsLeft = new AtomicInteger(steps);
    }

    @Override
    public void episode(int done, int total, String what) {
      episodes.add(done + "/" + total);
    }

    @Override
    public boolean stop() {
      return stepsLeft.getAndDecrement() <= 0;
    }
  }

  private ExperimentResult run(String experiment, int threads, Progress progress, Path directory)
      throws IOException {
    Scenario scenario = ScenarioFixture.withExperiment(experiment);
    return environments.runner(threads).run(scenario, directory, progress);
  }

  @AfterEach
  void everyEnvironmentIsClosed() {
    assertEquals(0, environments.open.get());
  }

  @Test
  void recordsEveryEpisodeInTheOrderOfThePlan() throws IOException {
    Path directory = temp.resolve("runs/a");
    ExperimentResult result = run(TWO_BY_TWO + ", evaluate: {episodes: 2}", 2, told, directory);
    assertEquals(Outcome.DONE, result.outcome());
    // cost: three steps of seed + 100 (episode − 1), times the value of lost load
    assertEquals(
        """
        variant,seed,episode,start,steps,end,cost,steps
        1,3,1,2023-07-01T00:00,3,horizon,9,3
        1,3,2,2023-07-02T00:00,3,horizon,309,3
        1,5,1,2023-07-01T00:00,3,horizon,15,3
        1,5,2,2023-07-02T00:00,3,horizon,315,3
        10,3,1,2023-07-01T00:00,3,horizon,90,3
        10,3,2,2023-07-02T00:00,3,horizon,3090,3
        10,5,1,2023-07-01T00:00,3,horizon,150,3
        10,5,2,2023-07-02T00:00,3,horizon,3150,3
        """,
        Files.readString(directory.resolve("episodes.csv")));
    assertEquals(8, told.episodes.size());
    assertEquals("8/8", told.episodes.get(7));
  }

  /** Steps of a quarter of an hour, the second of which has contracts. */
  @Test
  void recordsContractsWhereThereAreAny() throws IOException {
    Path without = temp.resolve("without");
    run("seeds: [3]", 2, told, without);
    assertFalse(Files.exists(without.resolve("trades.csv")));
    environments.contracts =
        List.of(new Contract(0, 1, 0.25, 40, 0, 1.5), new Contract(1, 0, 0.5, -2, 0, 0));
    Path directory = temp.resolve("with");
    run("seeds: [3, 5]", 2, told, directory);
    assertEquals(
        """
        variant,seed,episode,step,time,seller,buyer,mw,usd_per_mwh,fee_usd_per_mwh
        counting,3,1,2,2023-07-01T00:15,A,B,0.25,40,1.5
        counting,3,1,2,2023-07-01T00:15,B,A,0.5,-2,0
        counting,5,1,2,2023-07-01T00:15,A,B,0.25,40,1.5
        counting,5,1,2,2023-07-01T00:15,B,A,0.5,-2,0
        """,
        Files.readString(directory.resolve("trades.csv")));
  }

  @Test
  void summarisesSeedsAfterAveragingTheirEpisodes() throws IOException {
    Path directory = temp.resolve("a");
    ExperimentResult result = run("seeds: [3, 5], evaluate: {episodes: 2}", 2, told, directory);
    // seed 3: (9 + 309) / 2 = 159, seed 5: (15 + 315) / 2 = 165
    assertEquals(
        List.of(
            new Summary("counting", "cost", "USD", 2, 162, 162, 159, 165),
            new Summary("counting", "steps", "", 2, 3, 3, 3, 3)),
        result.summaries());
    assertEquals(
        """
        variant,metric,unit,n,mean,iqm,ci_low,ci_high
        counting,cost,USD,2,162,162,159,165
        counting,steps,,2,3,3,3,3
        """,
        Files.readString(directory.resolve("summary.csv")));
  }

  @Test
  void filesAreTheSameBytesOnAnyNumberOfThreads() throws IOException {
    String experiment = "vary: {valueOfLostLoad: [1, 2, 3]}, seeds: [1, 2, 3, 4, 5, 6, 7]";
    run(experiment, 1, told, temp.resolve("one"));
    run(experiment, 8, told, temp.resolve("eight"));
    for (String file : List.of("episodes.csv", "summary.csv", "scenario.yaml")) {
      assertEquals(
          -1,
          Files.mismatch(temp.resolve("one").resolve(file), temp.resolve("eight").resolve(file)));
    }
  }

  @Test
  void aMistakeInAnyVariantIsFoundBeforeAnythingIsWritten() {
    Mistake mistake = new Mistake(new Place("counting.yaml", 5, 7, "microgrids"), "no such bus");
    environments.mistakes.add(mistake);
    Path directory = temp.resolve("deep/down");
    ScenarioException e =
        assertThrows(ScenarioException.class, () -> run(TWO_BY_TWO, 2, told, directory));
    assertEquals(List.of(mistake), e.mistakes());
    assertFalse(Files.exists(temp.resolve("deep")));
    Scenario scenario = ScenarioFixture.withExperiment(TWO_BY_TWO);
    e = assertThrows(ScenarioException.class, () -> environments.runner(1).check(scenario));
    assertEquals(List.of(mistake), e.mistakes());
  }

  @Test
  void anExistingDirectoryIsRefusedAndLeftAlone() throws IOException {
    Path directory = Files.createDirectory(temp.resolve("there"));
    IOException e = assertThrows(IOException.class, () -> run("", 1, told, directory));
    assertTrue(e.getMessage().contains("there exists already"), e.getMessage());
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "x");
    IOException e = assertThrows(IOException.class, () -> run("", 1, told, file.resolve("run")));
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    assertEquals(List.of(), told.episodes);
  }

  /** Every number of summary.csv, to the last digit. */
  @Test
  void theReportHasTheFiguresOfTheSummary() throws IOException {
    Path directory = temp.resolve("a");
    run(TWO_BY_TWO + ", evaluate: {episodes: 2}", 2, told, directory);
    String page = Files.readString(directory.resolve("report.html"));
    List<List<String>> rows = Csv.rows(Files.readString(directory.resolve("summary.csv")));
    assertEquals(1 + 2 * 2, rows.size());
    for (List<String> row : rows.subList(1, rows.size())) {
      assertTrue(page.contains("title=\"mean " + row.get(4) + ", n = " + row.get(3) + "\""), page);
      for (String number : row.subList(5, 8)) {
        assertTrue(page.contains("<data value=\"" + number + "\">"), number);
      }
    }
    assertTrue(page.contains("powergrid run x"));
    assertTrue(page.contains("my.bundle"));
    // 10 times minus once 159 and 165, in the seeds 3 and 5
    assertTrue(page.contains("<data value=\"1458\">1458</data>"), page);
  }

  @Test
  void aReportIsThereAlsoOfWhatFailedOrWasStopped() throws IOException {
    environments.throwingSeed = 5;
    run("seeds: [3, 5]", 1, told, temp.resolve("failed"));
    String failed = Files.readString(temp.resolve("failed/report.html"));
    assertTrue(failed.contains("<li>counting, seed 5: battery on fire</li>"), failed);
    run("seeds: [3]", 1, new Told(0), temp.resolve("stopped"));
    String stopped = Files.readString(temp.resolve("stopped/report.html"));
    assertTrue(stopped.contains("class=\"outcome interrupted\""), stopped);
  }

  @Test
  void aFailingRunIsReportedAndTheOthersGoOn() throws IOException {
    environments.throwingSeed = 5;
    Path directory = temp.resolve("a");
    ExperimentResult result = run(TWO_BY_TWO, 2, told, directory);
    assertEquals(Outcome.FAILED, result.outcome());
    assertEquals(
        List.of("1, seed 5: battery on fire", "10, seed 5: battery on fire"), result.failures());
    assertEquals(
        """
        variant,seed,episode,start,steps,end,cost,steps
        1,3,1,2023-07-01T00:00,3,horizon,9,3
        10,3,1,2023-07-01T00:00,3,horizon,90,3
        """,
        Files.readString(directory.resolve("episodes.csv")));
    assertEquals(1, result.summaries().get(0).n());
    String manifest = Files.readString(directory.resolve("manifest.json"));
    assertTrue(manifest.contains("\"status\" : \"failed\""), manifest);
    assertTrue(manifest.contains("1, seed 5: battery on fire"), manifest);
  }

  @Test
  void anEpisodeCutShortByAPluginIsAFailureAndNotARow() throws IOException {
    environments.withdrawnAtSeed = 3;
    Path directory = temp.resolve("a");
    ExperimentResult result = run("seeds: [3, 5]", 1, told, directory);
    assertEquals(Outcome.FAILED, result.outcome());
    assertEquals(
        List.of("counting, seed 3: episode 1: plug-in device/storage was removed"),
        result.failures());
    assertEquals(
        """
        variant,seed,episode,start,steps,end,cost,steps
        counting,5,1,2023-07-01T00:00,3,horizon,15,3
        """,
        Files.readString(directory.resolve("episodes.csv")));
  }

  @Test
  void stoppingKeepsWhatIsComplete() throws IOException {
    // asked before each run and each step: the first seed takes 1 + 3 + 3, the second gets one more
    Told impatient = new Told(7 + 2);
    Path directory = temp.resolve("a");
    ExperimentResult result =
        run("seeds: [3, 5, 7], evaluate: {episodes: 2}", 1, impatient, directory);
    assertEquals(Outcome.INTERRUPTED, result.outcome());
    assertEquals(List.of(), result.failures());
    assertEquals(
        """
        variant,seed,episode,start,steps,end,cost,steps
        counting,3,1,2023-07-01T00:00,3,horizon,9,3
        counting,3,2,2023-07-02T00:00,3,horizon,309,3
        """,
        Files.readString(directory.resolve("episodes.csv")));
    assertEquals(1, result.summaries().get(0).n());
    assertTrue(
        Files.readString(directory.resolve("manifest.json"))
            .contains("\"status\" : \"interrupted\""));
  }

  @Test
  void anInterruptedThreadStopsTheExperimentAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    ExperimentResult result = run("seeds: [1]", 1, told, temp.resolve("a"));
    assertTrue(Thread.interrupted());
    // the run may have been quicker than the interruption; either way it is recorded
    assertTrue(result.outcome() != Outcome.FAILED);
    assertTrue(Files.exists(temp.resolve("a/summary.csv")));
  }

  @Test
  void filesAreWholeWheneverSomebodyLooks() throws IOException {
    Path directory = temp.resolve("a");
    List<String> seen = new ArrayList<>();
    Progress looking =
        new Progress() {
          @Override
          public void episode(int done, int total, String what) {
            try {
              seen.add(Files.readString(directory.resolve("episodes.csv")));
              assertTrue(
                  Files.readString(directory.resolve("manifest.json"))
                      .contains("\"status\" : \"running\""));
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }

          @Override
          public boolean stop() {
            return false;
          }
        };
    run("seeds: [1, 2, 3, 4]", 2, looking, directory);
    assertEquals(4, seen.size());
    assertEquals(5, Files.readString(directory.resolve("episodes.csv")).lines().count());
    for (String text : seen) {
      assertTrue(text.startsWith("variant,seed,episode,start,steps,end,cost,steps\n"), text);
      assertTrue(text.endsWith("\n"), text);
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          List.of(
              "as-written.yaml",
              "days",
              "episodes.csv",
              "manifest.json",
              "report.html",
              "scenario.yaml",
              "summary.csv",
              "timings.csv"),
          files.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void theManifestSaysWhatToInstallToGetItAgain() throws IOException {
    Path directory = temp.resolve("a");
    run(TWO_BY_TWO, 1, told, directory);
    String manifest = Files.readString(directory.resolve("manifest.json"));
    for (String line :
        List.of(
            "\"scenario\" : \"counting\"",
            "\"status\" : \"done\"",
            "\"version\" : \"0.1.0\"",
            "\"commit\" : \"c0ffee\"",
            "\"command\" : \"powergrid run x\"",
            "\"valueOfLostLoad\" : \"10\"",
            "\"type\" : \"storage\"",
            "\"bundle\" : \"my.bundle\"",
            "\"sha256\" : \"ab12\"",
            "\"arch\" : \"" + System.getProperty("os.arch") + "\"")) {
      assertTrue(manifest.contains(line), line + " in " + manifest);
    }
    assertFalse(manifest.contains("\r"));
  }

  @Test
  void wallClockTimesAreInTheirOwnFile() throws IOException {
    Path directory = temp.resolve("a");
    run("seeds: [1]", 1, told, directory);
    List<String> lines = Files.readAllLines(directory.resolve("timings.csv"));
    assertEquals("variant,seed,episode,began,seconds,steps_per_second", lines.get(0));
    assertTrue(lines.get(1).matches("counting,1,1,[0-9T:.-]+Z,[0-9.E-]+,[0-9.E]+"), lines.get(1));
  }
}
