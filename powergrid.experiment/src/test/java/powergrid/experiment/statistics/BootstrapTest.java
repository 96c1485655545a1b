package powergrid.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /**
   * Expected: rliable 1.2.0, library.get_interval_estimates of metrics.aggregate_iqm with 50,000
   * resamples. The ends' standard error with ours, 2000, is about 0.03 interval widths.
   */
  @Test
  void theIntervalOfTheInterquartileMeanIsThatOfRliable() {
    double[] values = {412.5, 398.1, 455.0, 420.7, 388.3, 431.9, 405.2, 441.6, 399.8, 417.4};
    assertEquals(414.5833333333333, InterquartileMean.of(values), 1e-10);
    Interval interval = InterquartileMean.interval(values);
    double width = 431.1 - 402.33333333;
    assertEquals(402.33333333, interval.low(), 0.06 * width);
    assertEquals(431.1, interval.high(), 0.06 * width);
    double[] differences = {7.5, 6.6, 7.8, -1.2, 8.2, 11.6, 3.5, 5, 4.8, 7.2};
    Interval of = InterquartileMean.interval(differences);
    assertEquals(4.25, of.low(), 0.06 * (8.03333333 - 4.25));
    assertEquals(8.03333333, of.high(), 0.06 * (8.03333333 - 4.25));
  }

  @Test
  void everyStratumIsResampledFromItself() {
    List<String> sizes = new ArrayList<>();
    Bootstrap.interval(
        drawn -> {
          for (int s = 0; s < 3; s++) {
            for (int position : drawn[s]) {
              assertTrue(position >= 0 && position < drawn[s].length);
            }
          }
          sizes.add(drawn[0].length + " " + drawn[1].length + " " + drawn[2].length);
          return 0;
        },
        3,
        1,
        7);
    assertEquals(Bootstrap.RESAMPLES, sizes.size());
    assertEquals(1, sizes.stream().distinct().count());
    assertEquals("3 1 7", sizes.get(0));
  }

  /** The mean of n values of 0 or 1 is, resampled, binomial: closed form of its quantiles. */
  @Test
  void theMeanOfZerosAndOnesIsBinomial() {
    double[] values = new double[10];
    java.util.Arrays.fill(values, 0, 5, 1);
    // of B(10, 1/2): P(X ≤ 1) = 0.0107, P(X ≤ 2) = 0.0547, so that 2.5 % lie at 2, and 97.5 % at 8
    assertEquals(new Interval(0.2, 0.8), Bootstrap.interval(values, Mean::of));
  }
}
