package powergrid.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ImprovementTest {
  private static final double[] X = {
    412.5, 398.1, 455.0, 420.7, 388.3, 431.9, 405.2, 441.6, 399.8, 417.4
  };
  private static final double[] Y = {
    405.0, 391.5, 447.2, 421.9, 380.1, 420.3, 401.7, 436.6, 395.0, 410.2
  };

  /** Expected: rliable 1.2.0, metrics.probability_of_improvement. */
  @Test
  void isThatOfRliable() {
    assertEquals(0.58, Improvement.probability(X, Y), 1e-15);
    assertEquals(
        0.7,
        Improvement.probability(new double[] {3, 5, 5, 7, 9}, new double[] {4, 5, 6, 2}),
        1e-15);
  }

  /**
   * Expected: rliable 1.2.0, library.get_interval_estimates with 50,000 resamples. Ours are 2000,
   * and an end is a multiple of 0.01 or a little beside it.
   */
  @Test
  void itsIntervalIsThatOfRliable() {
    Interval interval = Improvement.interval(X, Y);
    assertEquals(0.31, interval.low(), 0.021);
    assertEquals(0.83, interval.high(), 0.021);
  }

  @Test
  void itsTwoSidesAddUpToOne() {
    assertEquals(1, Improvement.probability(X, Y) + Improvement.probability(Y, X), 1e-15);
    assertEquals(0.5, Improvement.probability(X, X), 1e-15);
  }

  @Test
  void whatIsAlwaysAboveIsSoInEveryResample() {
    Interval interval = Improvement.interval(new double[] {5, 6}, new double[] {1, 2, 3});
    assertEquals(new Interval(1, 1), interval);
  }

  @Test
  void withoutRunsThereIsNone() {
    assertTrue(Double.isNaN(Improvement.probability(X, new double[0])));
    assertTrue(Double.isNaN(Improvement.interval(new double[0], Y).low()));
  }
}
