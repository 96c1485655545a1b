package powergrid.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.experiment.Arrivals;
import powergrid.api.experiment.Arrivals.Arrival;
import powergrid.api.experiment.Arrivals.Time;
import powergrid.api.experiment.Comparison;
import powergrid.api.experiment.Comparison.Difference;
import powergrid.api.experiment.Comparison.Improvement;
import powergrid.api.experiment.Comparison.Significance;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.Verdict;
import powergrid.api.metric.Better;

class VerdictsTest {
  private static final double NONE = Double.NaN;

  private static Comparison of(
      String variant,
      String reference,
      boolean baseline,
      Better better,
      Difference difference,
      double p,
      double improvement,
      Verdict verdict) {
    return new Comparison(
        variant,
        reference,
        baseline,
        "cost",
        "USD",
        better,
        difference,
        new Significance(p / 4, p, 4),
        new Improvement(improvement, improvement, improvement, 0),
        verdict);
  }

  private static List<String> lines(Comparison... comparisons) {
    return new Verdicts(
            new ExperimentResult(
                Path.of("x"),
                ExperimentResult.Outcome.DONE,
                List.of(),
                List.of("cost", "losses"),
                List.of(),
                "none",
                List.of(),
                List.of(comparisons),
                Optional.empty(),
                List.of(),
                List.of()))
        .lines();
  }

  @Test
  void saysWhatIsBetterAndWhatDoesNotBeatWhat() {
    List<String> lines =
        lines(
            of(
                "mappo",
                "none",
                false,
                Better.LOWER,
                new Difference(10, -12, -12.5, -20, -4),
                0.0078,
                0.9,
                Verdict.BETTER),
            of(
                "mappo",
                "rule",
                true,
                Better.LOWER,
                new Difference(10, 3, 3.5, -2, 8),
                0.4,
                0.4,
                Verdict.UNDECIDED),
            of(
                "mappo",
                "random",
                true,
                Better.LOWER,
                new Difference(10, -100, -100, -120, -90),
                0.0004,
                1,
                Verdict.BETTER),
            of(
                "mappo",
                "best",
                true,
                Better.LOWER,
                new Difference(10, 40, 40, 30, 50),
                0.0078,
                0,
                Verdict.WORSE));
    assertEquals(
        """

        Differences in cost [USD], seed by seed; lower is better:
        variant  compared with  seeds  difference  95 % interval    p (Holm)  P(better)
        ---------------------------------------------------------------------------------------------
        mappo    none              10       -12.5  [-20.0, -4.0]       0.008  0.90 [0.90, 0.90]  better
        mappo    rule              10        +3.5  [-2.0, +8.0]        0.400  0.40 [0.40, 0.40]  does not beat it
        mappo    random            10      -100.0  [-120.0, -90.0]   < 0.001  1.00 [1.00, 1.00]  beats it
        mappo    best              10       +40.0  [+30.0, +50.0]      0.008  0.00 [0.00, 0.00]  worse

        mappo does not beat rule or best."""
            .replaceAll("-{20,}", ""),
        String.join("\n", lines).replaceAll("-{20,}", ""));
  }

  @Test
  void tooFewSeedsToTellIsSaid() {
    List<String> lines =
        lines(
            of(
                "mappo",
                "rule",
                true,
                Better.LOWER,
                new Difference(1, -3, -3, -3, -3),
                1,
                1,
                Verdict.TOO_FEW_SEEDS),
            of(
                "mappo",
                "random",
                true,
                Better.LOWER,
                new Difference(1, 3, 3, 3, 3),
                1,
                0,
                Verdict.TOO_FEW_SEEDS));
    // four comparisons: 4 · 2 / 2⁸ is the first that is at most 5 %
    assertEquals(
        List.of(
            "",
            "mappo does not beat random.",
            "Whether mappo beats rule is not known.",
            "To tell any of these apart takes at least 8 seeds."),
        lines);
  }

  @Test
  void whereNothingIsBetterNothingIsBeaten() {
    List<String> lines =
        lines(
            of(
                "mappo",
                "rule",
                true,
                Better.NEITHER,
                new Difference(10, -3, -3, -4, -2),
                0.01,
                NONE,
                Verdict.DIFFERENT));
    assertEquals(5, lines.size());
    assertEquals("Differences in cost [USD], seed by seed:", lines.get(1));
    assertEquals(
        "mappo    rule              10      -3.000  [-4.000, -2.000]     0.010  different",
        lines.get(4));
  }

  @Test
  void withoutComparisonsNothingIsSaid() {
    assertEquals(List.of(), lines());
  }

  @Test
  void arrivalsAreCountedAndThoseThatNeverCameToo() {
    List<String> lines =
        new ArrivalTable(
                new Arrivals(
                    "cost of 9 USD on validation days",
                    List.of(
                        new Arrival(
                            "flat", 60, 10, 4, new Time(NONE, 41250.4, 3, 4, 50000), 0.0021),
                        new Arrival(
                            "led", 10, 10, 9, new Time(15000, 17000, 3, 4, 50000), 0.0008))))
            .lines();
    assertEquals(
        """

        How long learners took to come to cost of 9 USD on validation days:
        variant  arrived  median steps  mean steps  samples  median s  ms/step

        flat     4 of 10   not reached       41250        –         –    2.100
        led      9 of 10         15000       17000   150000      12.0    0.800
        Runs that did not arrive count until their end; means are up to step 50000.""",
        String.join("\n", lines).replaceAll("-{20,}", ""));
  }
}
