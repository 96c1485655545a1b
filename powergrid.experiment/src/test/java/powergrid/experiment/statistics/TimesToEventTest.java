package powergrid.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimesToEventTest {
  /** Weeks in remission under 6-mercaptopurine (Freireich et al., Blood 21, 1963); + censored. */
  private static final String DRUG =
      "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

  private static final String PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

  private static TimesToEvent of(String times) {
    String[] words = times.split(" ", -1);
    boolean[] came = new boolean[words.length];
    double[] values = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      came[i] = !words[i].endsWith("+");
      values[i] = Double.parseDouble(words[i].replace("+", ""));
    }
    return new TimesToEvent(values, came);
  }

  /** The published medians, which lifelines 0.30.3 gives too. */
  @Test
  void medianOfKaplanAndMeier() {
    assertEquals(23, of(DRUG).median());
    assertEquals(8, of(PLACEBO).median());
  }

  /** Expected: lifelines 0.30.3, utils.restricted_mean_survival_time. */
  @Test
  void restrictedMeanIsTheAreaUnderTheCurve() {
    assertEquals(23.287394957983185, of(DRUG).restrictedMean(35), 1e-12);
    assertEquals(16.116526610644254, of(DRUG).restrictedMean(20), 1e-12);
    assertEquals(8.666666666666666, of(PLACEBO).restrictedMean(35), 1e-12);
    assertEquals(7.857142857142856, of(PLACEBO).restrictedMean(15), 1e-12);
    TimesToEvent few = of("100 300 300+ 500 500+");
    assertEquals(500, few.median());
    assertEquals(380, few.restrictedMean(500), 1e-12);
    assertEquals(320, few.restrictedMean(400), 1e-12);
  }

  @Test
  void whoNeverArrivesIsNotDropped() {
    // half without it never comes; the mean up to 10 is (2 + 10 + 10 + 10) / 4
    TimesToEvent mostly = of("2 10+ 10+ 10+");
    assertTrue(Double.isNaN(mostly.median()));
    assertEquals(8, mostly.restrictedMean(10), 1e-12);
    assertEquals(10, of("10+ 10+").restrictedMean(10), 1e-12);
  }

  @Test
  void withoutCensoringItIsAnOrdinaryMean() {
    double[] times = {3, 1, 4, 1, 5, 9, 2, 6};
    boolean[] came = new boolean[times.length];
    Arrays.fill(came, true);
    TimesToEvent all = new TimesToEvent(times, came);
    assertEquals(31 / 8.0, all.restrictedMean(9), 1e-12);
    // the mean of min(t, 4)
    assertEquals(23 / 8.0, all.restrictedMean(4), 1e-12);
    assertEquals(Bootstrap.interval(times, Mean::of).low(), all.interval(9).low(), 1e-12);
    assertEquals(Bootstrap.interval(times, Mean::of).high(), all.interval(9).high(), 1e-12);
  }

  @Test
  void withoutRunsThereIsNoTime() {
    TimesToEvent none = new TimesToEvent(new double[0], new boolean[0]);
    assertTrue(Double.isNaN(none.median()));
    assertTrue(Double.isNaN(none.restrictedMean(5)));
    assertTrue(Double.isNaN(none.interval(5).low()));
  }
}
