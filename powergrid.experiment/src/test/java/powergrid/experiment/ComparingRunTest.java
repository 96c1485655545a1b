package powergrid.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import powergrid.api.experiment.Arrivals.Arrival;
import powergrid.api.experiment.Comparison;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentResult.Outcome;
import powergrid.api.experiment.ExperimentSize;
import powergrid.api.experiment.Verdict;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;

/** What experiments say of their variants; costs are known, see {@link CountingEnvironments}. */
class ComparingRunTest {
  private static final List<String> STATISTICS =
      List.of("comparisons.csv", "arrivals.csv", "arrival-summary.csv", "thresholds.csv");

  private static final String HALF_WAY = "threshold: half-way, seeds: [3, 5, 7]";

  @TempDir Path temp;

  private final CountingEnvironments environments = new CountingEnvironments();

  @AfterEach
  void everyEnvironmentIsClosed() {
    assertEquals(0, environments.open.get());
  }

  private static String learner(int steps) {
    return "{type: counting, steps: " + steps + ", validate: {every: 100, episodes: 1}}";
  }

  private ExperimentResult run(Scenario scenario, String directory) throws IOException {
    return environments.runner(2).run(scenario, temp.resolve(directory), new Patience(1_000_000));
  }

  @Test
  void comparesVariantsWithTheFirst() throws IOException {
    // three steps of the seed times 1, 2, 4; costs of seeds 1 to 7
    ExperimentResult result =
        run(
            ScenarioFixture.learning(
                "none",
                "metrics: [cost, steps], vary: {valueOfLostLoad: [2, 1, 4]},"
                    + " seeds: [1, 2, 3, 4, 5, 6, 7]"),
            "a");
    assertEquals("2", result.reference());
    assertEquals(List.of(), result.baselines());
    assertEquals(4, result.comparisons().size());
    Comparison cost = result.comparisons().get(0);
    assertEquals("1 2 cost", cost.variant() + " " + cost.reference() + " " + cost.metric());
    // differences −3, −6, …, −21: mean −12; a quarter of 7, 1, off each end
    assertEquals(7, cost.difference().n());
    assertEquals(-12, cost.difference().mean());
    assertEquals(-12, cost.difference().iqm());
    assertEquals(2 / 128.0, cost.significance().p());
    // the two of the family are equal: 2 · p
    assertEquals(4 / 128.0, cost.significance().adjusted());
    assertEquals(2, cost.significance().family());
    assertEquals(7, cost.improvement().seeds());
    // of 49 pairs (i, k), 3 i < 6 k: 7 + 7 + 6 + 6 + 5 + 5 + 4 of i < 2 k, ties 3 (i = 2, 4, 6)
    assertEquals((7 + 6 + 6 + 5 + 5 + 4 + 4 + 1.5) / 49, cost.improvement().probability(), 1e-12);
    assertEquals(Verdict.BETTER, cost.verdict());
    Comparison dearer = result.comparisons().get(2);
    assertEquals("4", dearer.variant());
    assertEquals(Verdict.WORSE, dearer.verdict());
    Comparison steps = result.comparisons().get(1);
    assertEquals(1, steps.significance().p(), "nothing differs");
    assertEquals(Verdict.UNDECIDED, steps.verdict());
    assertTrue(
        Files.readString(temp.resolve("a/comparisons.csv"))
            .startsWith(
                """
                variant,reference,baseline,metric,unit,better,n,mean_difference,iqm_difference,ci_low,\
                ci_high,p,p_holm,family,improvement,improvement_low,improvement_high,better_seeds,\
                verdict
                1,2,no,cost,USD,lower,7,-12,-12,"""));
  }

  @Test
  void learnersAreHeldAgainstTheirOwnBaselines() throws IOException {
    ExperimentResult result =
        run(
            ScenarioFixture.learning(
                learner(200),
                "metrics: [cost], vary: {valueOfLostLoad: [1, 2]}, baselines: [rule, random],"
                    + " reference: 2/rule, seeds: [3, 5]"),
            "a");
    assertEquals("2/rule", result.reference());
    assertEquals(List.of("1/rule", "1/random", "2/rule", "2/random"), result.baselines());
    assertEquals(
        List.of(
            "1 2/rule false",
            "1 1/rule true",
            "1 1/random true",
            "2 2/rule true",
            "2 2/random true"),
        result.comparisons().stream()
            .map(c -> c.variant() + " " + c.reference() + " " + c.baseline())
            .toList());
    assertTrue(result.comparisons().stream().allMatch(c -> c.verdict() == Verdict.TOO_FEW_SEEDS));
  }

  /** What a variant is called, and what its learner is, makes no baselines of its own. */
  @Test
  void namedLearnersShareTheirBaselines() throws IOException {
    ExperimentResult result =
        run(
            ScenarioFixture.learning(
                learner(200),
                "metrics: [cost], vary: [{name: short, learn.steps: 100}, {name: long,"
                    + " learn.steps: 200}], baselines: [rule, clairvoyant], seeds: [3, 5]"),
            "a");
    assertEquals(List.of("rule", "clairvoyant", "clairvoyant-bound"), result.baselines());
    assertEquals(
        List.of("short rule", "long short", "long rule"),
        result.comparisons().stream()
            .filter(c -> !c.reference().startsWith("clairvoyant"))
            .map(c -> c.variant() + " " + c.reference())
            .toList());
  }

  @Test
  void aCostBelowWhatIsProvenIsAFailure() throws IOException {
    environments.boundUsd = 12;
    String experiment = "metrics: [cost], baselines: [clairvoyant], seeds: [3, 5]";
    // three steps of 3 and of 5, and a little of what is learnt
    ExperimentResult result = run(ScenarioFixture.learning(learner(100), experiment), "a");
    assertEquals(Outcome.FAILED, result.outcome());
    // the clairvoyant schedule, 3 USD, is below it too
    assertEquals(3, result.failures().size(), result.failures().toString());
    String first = result.failures().get(0);
    assertTrue(first.startsWith("learning, seed 3, episode 1: cost of "), first);
    assertTrue(first.contains("is below 12, which is proven to be the least possible"), first);
    assertTrue(Files.readString(temp.resolve("a/manifest.json")).contains("\"failed\""));
    assertTrue(Files.readString(temp.resolve("a/report.html")).contains("is below 12"));
    assertTrue(
        Files.readString(temp.resolve("a/episodes.csv"))
            .startsWith("variant,seed,episode,start,steps,end,covered,cost\n"));
    // of an episode that is not covered the bound says nothing
    environments.covered = false;
    ExperimentResult uncovered = run(ScenarioFixture.learning(learner(100), experiment), "b");
    assertEquals(2, uncovered.failures().size(), uncovered.failures().toString());
    assertTrue(uncovered.failures().stream().allMatch(f -> f.startsWith("clairvoyant, ")));
  }

  @Test
  void aScheduleAndItsBoundAreLookedAtOnce() throws IOException {
    String experiment =
        "baselines: [clairvoyant], evaluate: {episodes: 2}, seeds: [3, 5], metrics: ";
    run(ScenarioFixture.learning(learner(100), experiment + "[cost]"), "plain");
    assertEquals(
        List.of("3 0 PLAIN", "3 1 PLAIN", "5 0 PLAIN", "5 1 PLAIN"),
        environments.looked.stream().sorted().toList());
    environments.looked.clear();
    // the schedule is that of the settled metric; the bounds are of both
    run(ScenarioFixture.learning(learner(100), experiment + "[cost-settled, cost]"), "both");
    assertEquals(
        List.of(
            "3 0 PLAIN",
            "3 0 SETTLED",
            "3 1 PLAIN",
            "3 1 SETTLED",
            "5 0 PLAIN",
            "5 0 SETTLED",
            "5 1 PLAIN",
            "5 1 SETTLED"),
        environments.looked.stream().sorted().toList());
    String episodes = text("both", "episodes.csv");
    assertTrue(episodes.contains("\nclairvoyant,5,2,2023-07-02T00:00,3,horizon,yes,4,3.5\n"));
    assertTrue(episodes.contains("\nclairvoyant-bound,5,2,2023-07-02T00:00,3,horizon,yes,2,1\n"));
  }

  @Test
  void aLearnerArrivesAtItsFirstTrialThatIsGoodEnough() throws IOException {
    // cost of a trial: three steps of the validation seed plus three times what is learnt
    Scenario scenario =
        ScenarioFixture.learning(
            learner(1000), "metrics: [cost], baselines: [], threshold: 0, seeds: [3, 5, 7]");
    ExperimentResult result = run(scenario, "a");
    List<List<String>> curves = Csv.rows(Files.readString(temp.resolve("a/training.csv")));
    List<List<String>> arrivals = Csv.rows(Files.readString(temp.resolve("a/arrivals.csv")));
    assertEquals(
        List.of("variant", "seed", "agents", "threshold", "arrived", "steps", "agent_samples"),
        arrivals.get(0));
    int arrived = 0;
    for (List<String> row : arrivals.subList(1, 4)) {
      List<List<String>> own =
          curves.subList(1, curves.size()).stream()
              .filter(point -> point.get(1).equals(row.get(1)))
              .toList();
      String expected =
          own.stream()
              .filter(point -> Double.parseDouble(point.get(8)) <= 0)
              .map(point -> "yes " + point.get(3))
              .findFirst()
              .orElse("no 1000");
      assertEquals(expected, row.get(4) + " " + row.get(5));
      arrived += row.get(4).equals("yes") ? 1 : 0;
    }
    Arrival arrival = result.arrivals().orElseThrow().variants().get(0);
    assertEquals(3, arrival.n());
    assertEquals(arrived, arrival.arrived());
    assertTrue(arrived > 0 && arrived < 3, "otherwise it shows little: " + arrived);
    assertEquals("cost of 0 USD on validation days", result.arrivals().orElseThrow().threshold());
    assertFalse(Files.exists(temp.resolve("a/thresholds.csv")));
  }

  @Test
  void halfWayLiesBetweenRuleAndTheClairvoyantSchedule() throws IOException {
    run(ScenarioFixture.learning(learner(300), "metrics: [cost], baselines: [], " + HALF_WAY), "a");
    List<List<String>> rows = Csv.rows(Files.readString(temp.resolve("a/thresholds.csv")));
    assertEquals(
        List.of("seed", "metric", "unit", "rule", "clairvoyant", "threshold"), rows.get(0));
    assertEquals(List.of("3", "5", "7"), rows.stream().skip(1).map(row -> row.get(0)).toList());
    for (List<String> row : rows.subList(1, 4)) {
      double seed = powergrid.experiment.training.Validation.seed(Long.parseLong(row.get(0)));
      assertEquals(3 * seed, Double.parseDouble(row.get(3)), Math.abs(seed) * 1e-15);
      assertEquals(3, Double.parseDouble(row.get(4)), "what the schedule costs");
      double middle = (Double.parseDouble(row.get(3)) + 3) / 2;
      assertEquals(middle, Double.parseDouble(row.get(5)));
    }
  }

  @Test
  void whereverItIsInterruptedTheStatisticsAreTheSameInTheEnd() throws IOException {
    Scenario scenario =
        ScenarioFixture.learning(
            learner(500),
            "metrics: [cost], vary: {valueOfLostLoad: [1, 2]}, baselines: [rule, clairvoyant], "
                + HALF_WAY);
    run(scenario, "whole");
    run(scenario, "again");
    for (String table : STATISTICS) {
      assertEquals(text("whole", table), text("again", table), table);
    }
    for (int patience : new int[] {1, 3, 9, 17, 33, 41}) {
      Path parts = temp.resolve("parts-" + patience);
      ExperimentResult result = environments.runner(2).run(scenario, parts, new Patience(patience));
      for (int i = 1; result.outcome() == Outcome.INTERRUPTED; i++) {
        assertTrue(i < 100, "it comes to an end");
        result = environments.runner(1).resume(parts, new Patience(5 + patience + 3 * i));
      }
      for (String table : STATISTICS) {
        assertEquals(text("whole", table), text("parts-" + patience, table), table);
      }
      assertEquals(text("whole", "episodes.csv"), text("parts-" + patience, "episodes.csv"));
    }
  }

  private String text(String directory, String file) throws IOException {
    return Files.readString(temp.resolve(directory).resolve(file));
  }

  private List<String> mistakes(
      String learn, String experiment, Function<Mistake, String> inWords) {
    Scenario scenario = ScenarioFixture.learning(learn, experiment);
    ScenarioException e =
        assertThrows(ScenarioException.class, () -> environments.runner(1).check(scenario));
    return e.mistakes().stream().map(inWords).toList();
  }

  private List<String> mistakes(String learn, String experiment) {
    return mistakes(learn, experiment, Mistake::toString);
  }

  @Test
  void whatCannotBeComparedIsRefusedAtItsPlace() {
    assertEquals(
        List.of(
            "learning.yaml:10:42: experiment.reference: there is no variant 'one';"
                + " write one of 1, 2"),
        mistakes("none", "metrics: [cost], reference: one, vary: {valueOfLostLoad: [1, 2]}"));
    assertEquals(
        List.of("nobody learns, and only who learns can arrive; write learn:, or leave it out"),
        messages("none", "metrics: [cost], threshold: 4"));
    assertEquals(
        List.of(
            "learning is never tried on validation days; write learn.validate, e.g. {every: 5000}"),
        messages("{type: counting, steps: 100}", "metrics: [cost], threshold: 4"));
    assertEquals(
        List.of(
            "no value of steps, the first metric, is better than another; put first one with better"
                + " values, e.g. cost"),
        messages(learner(100), "metrics: [steps, cost], threshold: 4"));
    environments
        .runner(1)
        .check(ScenarioFixture.learning(learner(100), "metrics: [cost], threshold: half-way"));
  }

  /** A policy, the clairvoyant schedule and its bound for each value of lost load. */
  @Test
  void baselinesCountAsRuns() {
    ExperimentSize size =
        environments
            .runner(1)
            .check(
                ScenarioFixture.learning(
                    learner(100),
                    "metrics: [cost], baselines: [rule, clairvoyant],"
                        + " vary: {valueOfLostLoad: [1, 2]}, seeds: [3, 5, 7],"
                        + " evaluate: {episodes: 2}"));
    assertEquals(new ExperimentSize(2, 6, 3, 2), size);
    assertEquals(24, size.runs());
  }

  private List<String> messages(String learn, String experiment) {
    return mistakes(learn, experiment, Mistake::message);
  }
}
