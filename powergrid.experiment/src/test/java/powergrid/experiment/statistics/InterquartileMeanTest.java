package powergrid.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.random.RandomStream;

/** Expected numbers are worked out by hand from the definition. */
class InterquartileMeanTest {
  @Test
  void isTheMeanOfTheMiddleHalf() {
    // a quarter of 8 is 2 off each end: (3 + 4 + 5 + 6) / 4
    assertEquals(4.5, InterquartileMean.of(new double[] {8, 1, 7, 2, 6, 3, 5, 4}));
  }

  @Test
  void outliersDoNotMoveIt() {
    assertEquals(4.5, InterquartileMean.of(new double[] {-1e9, 1, 3, 4, 5, 6, 7, 1e9}));
  }

  @Test
  void aQuarterIsRoundedDown() {
    // a quarter of 5 is 1 off each end: (2 + 3 + 7) / 3
    assertEquals(4, InterquartileMean.of(new double[] {2, 100, 3, 0, 7}));
    // of 3 nothing is cut: it is the mean
    assertEquals(2, InterquartileMean.of(new double[] {0, 1, 5}));
  }

  @Test
  void aSingleValueIsItsOwnInterval() {
    assertEquals(new Interval(0.1, 0.1), InterquartileMean.interval(new double[] {0.1}));
  }

  @Test
  void nothingHasNoMean() {
    assertTrue(Double.isNaN(InterquartileMean.of(new double[0])));
    assertTrue(Double.isNaN(InterquartileMean.interval(new double[0]).low()));
  }

  @Test
  void anUndefinedValueIsNotCutOff() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, Double.NaN};
    assertTrue(Double.isNaN(InterquartileMean.of(values)));
    assertTrue(Double.isNaN(InterquartileMean.interval(values).high()));
  }

  @Test
  void theIntervalIsTheSameEveryTime() {
    double[] values = {3, 1, 4, 1, 5, 9, 2, 6};
    assertEquals(InterquartileMean.interval(values), InterquartileMean.interval(values));
  }

  @Test
  void theIntervalScalesAndShiftsWithTheValues() {
    // with the same resamples, the interval of 2 x + 16 is twice that of x, plus 16; all sums of
    // these whole numbers are exact
    Interval plain = InterquartileMean.interval(new double[] {0, 4, 8, 16});
    Interval scaled = InterquartileMean.interval(new double[] {16, 24, 32, 48});
    assertEquals(2 * plain.low() + 16, scaled.low(), 1e-12);
    assertEquals(2 * plain.high() + 16, scaled.high(), 1e-12);
  }

  @Test
  void theIntervalOfTwoValuesIsBothOfThem() {
    // a resample of 0 and 1 is (0, 0) with probability 1/4, its mean 0 well below the 2.5 % point
    assertEquals(new Interval(0, 1), InterquartileMean.interval(new double[] {0, 1}));
  }

  @Test
  void theIntervalOfManyNormalValuesIsAsWideAsTheory() {
    // an α-trimmed mean of n standard normal values has the asymptotic variance
    // (∫ x² φ(x) dx + 2 α z²) / ((1 − 2 α)² n), the integral from −z to z, z the 1 − α quantile
    // (Huber, Robust Statistics, 1981, ch. 3): 1.195 / n for α = 1/4, z = 0.6745
    int n = 4000;
    RandomStream random = new RandomStream(7);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextGaussian();
    }
    Interval interval = InterquartileMean.interval(values);
    double theory = 2 * 1.96 * Math.sqrt(1.195 / n);
    assertEquals(theory, interval.high() - interval.low(), 0.15 * theory);
  }
}
