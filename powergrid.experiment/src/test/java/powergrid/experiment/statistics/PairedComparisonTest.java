package powergrid.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import powergrid.api.metric.Better;

class PairedComparisonTest {
  private static final Map<Long, Double> HERE =
      Map.of(1L, 10.0, 2L, 20.0, 3L, 30.0, 4L, Double.NaN);
  private static final Map<Long, Double> THERE = Map.of(5L, 0.0, 3L, 32.0, 2L, 23.0, 1L, 14.0);

  @Test
  void pairsSeedsThatBothHaveANumberFor() {
    PairedComparison compared = new PairedComparison(HERE, THERE, Better.LOWER);
    assertEquals(3, compared.n());
    assertEquals(List.of(1L, 2L, 3L), List.copyOf(compared.differences().keySet()));
    assertEquals(List.of(-4.0, -3.0, -2.0), List.copyOf(compared.differences().values()));
    assertEquals(-3, compared.mean());
    assertEquals(-3, compared.iqm());
    assertEquals(0.25, compared.p(), "three of one sign");
    assertEquals(3, compared.betterSeeds());
    assertTrue(compared.points(true));
    assertFalse(compared.points(false));
  }

  /** Of the runs of both, 10 20 30 and 0 14 23 32, there are 12 pairs. */
  @Test
  void theProbabilityOfImprovementIsOfAllRuns() {
    // 10 is below 14, 23, 32; 20 below 23, 32; 30 below 32
    assertEquals(6 / 12.0, new PairedComparison(HERE, THERE, Better.LOWER).improvement());
    assertEquals(6 / 12.0, new PairedComparison(HERE, THERE, Better.HIGHER).improvement());
  }

  @Test
  void whatIsBetterIsAQuestionOfTheMetric() {
    PairedComparison higher = new PairedComparison(HERE, THERE, Better.HIGHER);
    assertEquals(0, higher.betterSeeds());
    assertTrue(higher.points(false));
    PairedComparison neither = new PairedComparison(HERE, THERE, Better.NEITHER);
    assertTrue(Double.isNaN(neither.improvement()));
    assertTrue(Double.isNaN(neither.improvementInterval().high()));
    assertFalse(neither.points(true) || neither.points(false));
  }

  @Test
  void withoutACommonSeedNothingIsKnown() {
    PairedComparison none = new PairedComparison(Map.of(1L, 2.0), Map.of(2L, 3.0), Better.LOWER);
    assertEquals(0, none.n());
    assertEquals(1, none.p());
    assertTrue(Double.isNaN(none.iqm()) && Double.isNaN(none.interval().low()));
  }
}
