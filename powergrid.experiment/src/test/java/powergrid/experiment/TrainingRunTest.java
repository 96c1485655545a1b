package powergrid.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentResult.Outcome;
import powergrid.api.experiment.RunOptions;
import powergrid.api.scenario.Scenario;

/** Training, checkpoints, going on, trying a checkpoint; a learner that draws numbers. */
class TrainingRunTest {
  private static final List<String> TABLES =
      List.of("episodes.csv", "summary.csv", "training.csv", "scenario.yaml", "as-written.yaml");

  @TempDir Path temp;

  private final CountingEnvironments environments = new CountingEnvironments();

  @AfterEach
  void everyEnvironmentIsClosed() {
    assertEquals(0, environments.open.get());
  }

  private static Scenario scenario(String learn, String experiment) {
    return ScenarioFixture.learning(
        learn,
        "metrics: [cost], "
            + (experiment.contains("baselines") ? experiment : "baselines: [], " + experiment));
  }

  private ExperimentResult run(Scenario scenario, int threads, int patience, Path directory)
      throws IOException {
    return environments.runner(threads).run(scenario, directory, new Patience(patience));
  }

  private static void assertSameFiles(Path expected, Path actual, int runs) throws IOException {
    for (String table : TABLES) {
      assertEquals(
          Files.readString(expected.resolve(table)),
          Files.readString(actual.resolve(table)),
          table);
    }
    for (int run = 1; run <= runs; run++) {
      for (String file : List.of("state.safetensors", "policy.safetensors")) {
        String name = "checkpoints/run-" + run + "/" + file;
        assertArrayEquals(
            Files.readAllBytes(expected.resolve(name)),
            Files.readAllBytes(actual.resolve(name)),
            name);
      }
    }
  }

  @Test
  void trainsAndThenPlaysWhatWasLearnt() throws IOException {
    Path directory = temp.resolve("a");
    ExperimentResult result =
        run(scenario("{type: counting, steps: 250}", "seeds: [3]"), 1, 10_000, directory);
    assertEquals(Outcome.DONE, result.outcome());
    List<List<String>> curve = Csv.rows(Files.readString(directory.resolve("training.csv")));
    assertEquals(
        List.of(
            "variant",
            "seed",
            "iteration",
            "steps",
            "agent_samples",
            "episodes",
            "episode_reward",
            "validation_reward",
            "validation_cost",
            "loss.value"),
        curve.get(0));
    assertEquals(4, curve.size(), "the iteration in which 250 steps are reached is the last");
    assertEquals("300", curve.get(3).get(3));
    double learnt = Float.parseFloat(curve.get(3).get(6));
    List<List<String>> episodes = Csv.rows(Files.readString(directory.resolve("episodes.csv")));
    // three steps of seed 3 and of what was learnt
    assertEquals(3 * (3 + learnt), Double.parseDouble(episodes.get(1).get(6)), 1e-5);
  }

  @Test
  void whereverItIsInterruptedTheFilesAreTheSameInTheEnd() throws IOException {
    Scenario scenario =
        scenario(
            "{type: counting, steps: 1000, validate: {every: 200, episodes: 2}}",
            "vary: {valueOfLostLoad: [1, 2]}, seeds: [3, 5], evaluate: {episodes: 2}");
    Path whole = temp.resolve("whole");
    run(scenario, 2, 100_000, whole);
    for (int patience : new int[] {0, 1, 7, 13, 23, 31, 47, 60}) {
      Path parts = temp.resolve("parts-" + patience);
      ExperimentResult result = run(scenario, 2, patience, parts);
      for (int i = 1; result.outcome() == Outcome.INTERRUPTED; i++) {
        assertTrue(i < 100, "it comes to an end");
        result = environments.runner(1 + i % 2).resume(parts, new Patience(5 + patience + 3 * i));
      }
      assertEquals(Outcome.DONE, result.outcome());
      assertSameFiles(whole, parts, 4);
    }
  }

  /** Resuming keeps the day of a run that is over, and writes events and curves anew. */
  @Test
  void whatWasInterruptedHasAWholeReportAndOneEventFile() throws IOException {
    Path directory = temp.resolve("a");
    Scenario scenario = scenario("{type: counting, steps: 1000}", "seeds: [3, 5]");
    ExperimentResult result = run(scenario, 1, 18, directory);
    assertEquals(Outcome.INTERRUPTED, result.outcome());
    assertTrue(Files.exists(directory.resolve("days/run-1.json")), "the first run was over");
    environments.runner(1).resume(directory, new Patience(100_000));
    String page = Files.readString(directory.resolve("report.html"));
    assertTrue(page.contains("\"measure\":\"episode reward\",\"steps\":[100,200,"), page);
    assertTrue(page.contains("\"days\":[{\"variant\":\"learning\",\"seed\":3,"), page);
    for (String run : List.of("run-1-learning-seed-3", "run-2-learning-seed-5")) {
      try (java.util.stream.Stream<Path> files = Files.list(directory.resolve("events/" + run))) {
        assertEquals(1, files.count(), run);
      }
    }
    String card = Files.readString(directory.resolve("checkpoints/run-2/policy.json"));
    assertTrue(card.contains("\"learner\" : \"counting\""), card);
    assertTrue(card.contains("\"steps\" : 1000"), card);
  }

  /** As after a kill between an iteration and the next checkpoint: tables are ahead of it. */
  @Test
  void rowsAfterTheCheckpointAreCut() throws IOException {
    Scenario scenario = scenario("{type: counting, steps: 500}", "seeds: [3]");
    Path whole = temp.resolve("whole");
    run(scenario, 1, 100_000, whole);
    Path killed = temp.resolve("killed");
    run(scenario, 1, 2, killed);
    Files.copy(
        whole.resolve("training.csv"),
        killed.resolve("training.csv"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(
        Outcome.DONE, environments.runner(1).resume(killed, new Patience(100_000)).outcome());
    assertSameFiles(whole, killed, 1);
  }

  @Test
  void keepsTheBestByValidation() throws IOException {
    Path directory = temp.resolve("a");
    run(
        scenario("{type: counting, steps: 2000, validate: {every: 100}}", "seeds: [3]"),
        1,
        100_000,
        directory);
    List<List<String>> curve = Csv.rows(Files.readString(directory.resolve("training.csv")));
    double best =
        curve.stream()
            .skip(1)
            .mapToDouble(row -> Double.parseDouble(row.get(7)))
            .max()
            .orElseThrow();
    double last = Double.parseDouble(curve.get(curve.size() - 1).get(7));
    assertTrue(best > last, "otherwise it shows nothing");
    float kept = CheckpointStore.policy(directory.resolve("checkpoints/run-1")).floats("weight")[0];
    assertEquals(best, 3 * kept, 1e-5);
  }

  @Test
  void endsEarlyWhereNothingGetsBetter() throws IOException {
    Path directory = temp.resolve("a");
    run(
        scenario(
            "{type: counting, steps: 100000, validate: {every: 100, episodes: 1, patience: 2}}",
            "seeds: [3]"),
        1,
        100_000,
        directory);
    List<List<String>> curve = Csv.rows(Files.readString(directory.resolve("training.csv")));
    int n = curve.size();
    double before = Double.parseDouble(curve.get(n - 3).get(6));
    assertTrue(Double.parseDouble(curve.get(n - 2).get(6)) <= before);
    assertTrue(Double.parseDouble(curve.get(n - 1).get(6)) <= before);
  }

  @Test
  void learnersAreHeldAgainstPoliciesAndTheClairvoyantDay() throws IOException {
    Scenario scenario =
        scenario(
            "{type: counting, steps: 300}",
            "baselines: [rule, clairvoyant], seeds: [3],"
                + " vary: {learn.steps: [100, 200], protocol: [none, consensus]}");
    ExperimentResult result = run(scenario, 2, 100_000, temp.resolve("a"));
    assertEquals(Outcome.DONE, result.outcome());
    assertEquals(
        List.of(
            "100/none",
            "100/consensus",
            "200/none",
            "200/consensus",
            "none/rule",
            "clairvoyant",
            "clairvoyant-bound",
            "consensus/rule"),
        result.variants());
    assertEquals(3, result.summaries().get(5).mean());
    assertEquals(1, result.summaries().get(6).mean());
  }

  @Test
  void aLearnerThatBreaksFailsItsRunAlone() throws IOException {
    environments.brokenAt = 2;
    Path directory = temp.resolve("a");
    ExperimentResult result =
        run(
            scenario("none", "vary: {learn: [none, {type: counting, steps: 300}]}, seeds: [3]"),
            2,
            100_000,
            directory);
    assertEquals(Outcome.FAILED, result.outcome());
    assertEquals(List.of("counting, seed 3: the weight is no longer finite"), result.failures());
    assertEquals(2, Csv.rows(Files.readString(directory.resolve("episodes.csv"))).size());
  }

  @Test
  void aCheckpointIsTriedInPlaceOfTraining() throws IOException {
    Path trained = temp.resolve("trained");
    Scenario scenario = scenario("{type: counting, steps: 300}", "seeds: [3]");
    run(scenario, 1, 100_000, trained);
    Path tried = temp.resolve("tried");
    RunOptions options =
        new RunOptions(Set.of(), Optional.of(trained.resolve("checkpoints/run-1")));
    environments.runner(1).run(scenario, tried, options, new Patience(100_000));
    assertEquals(
        Files.readString(trained.resolve("episodes.csv")),
        Files.readString(tried.resolve("episodes.csv")));
    assertFalse(Files.exists(tried.resolve("training.csv")));
    assertFalse(Files.exists(tried.resolve("checkpoints")));
  }

  @Test
  void aCheckpointThatIsNotThereIsRefusedBeforeAnythingIsWritten() {
    Path directory = temp.resolve("a");
    RunOptions options = new RunOptions(Set.of(), Optional.of(temp.resolve("nothing")));
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                environments
                    .runner(1)
                    .run(
                        scenario("{type: counting, steps: 300}", "seeds: [3]"),
                        directory,
                        options,
                        new Patience(1)));
    assertTrue(e.getMessage().contains("does not exist"), e.getMessage());
    assertFalse(Files.exists(directory));
  }

  @Test
  void whatIsNoRunDirectoryOrMadeOtherwiseIsNotGoneOnWith() throws IOException {
    IOException none =
        assertThrows(IOException.class, () -> environments.runner(1).resume(temp, new Patience(1)));
    assertTrue(none.getMessage().contains("is no run directory"), none.getMessage());
    Path directory = temp.resolve("a");
    run(scenario("{type: counting, steps: 300}", "seeds: [3]"), 1, 1, directory);
    Path manifest = directory.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("1.2.3", "1.2.2"));
    IOException other =
        assertThrows(
            IOException.class, () -> environments.runner(1).resume(directory, new Patience(1)));
    assertTrue(other.getMessage().contains("was made with other plug-ins"), other.getMessage());
  }

  @Test
  void aDamagedCheckpointFailsItsRunAndNothingElse() throws IOException {
    Scenario scenario = scenario("{type: counting, steps: 1000}", "seeds: [3, 5]");
    Path directory = temp.resolve("a");
    run(scenario, 1, 4, directory);
    Path state = directory.resolve("checkpoints/run-1/state.safetensors");
    byte[] bytes = Files.readAllBytes(state);
    bytes[bytes.length - 1] ^= 1;
    Files.write(state, bytes);
    ExperimentResult result = environments.runner(1).resume(directory, new Patience(100_000));
    assertEquals(Outcome.FAILED, result.outcome());
    assertEquals(1, result.failures().size());
    assertTrue(result.failures().get(0).contains("state.safetensors"), result.failures().get(0));
    assertEquals(2, Csv.rows(Files.readString(directory.resolve("episodes.csv"))).size());
  }
}
