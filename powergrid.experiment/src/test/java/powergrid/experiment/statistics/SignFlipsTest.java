package powergrid.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import powergrid.api.random.RandomStream;

class SignFlipsTest {
  /**
   * Darwin's maize, crossed less self-fertilised, in eighths of an inch: Fisher (The Design of
   * Experiments, 1935, section 21) counts 863 of the 2¹⁵ choices of signs with a sum of at least
   * 314, and as many with one of at most −314.
   */
  @Test
  void countsAsFisherDoes() {
    double[] maize = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
    assertEquals(2 * 863 / 32768.0, SignFlips.p(maize));
  }

  /** Expected: scipy 1.17.1, stats.permutation_test of the mean, permutation_type='samples'. */
  @Test
  void agreesWithScipy() {
    double[] ten = {7.5, 6.6, 7.8, -1.2, 8.2, 11.6, 3.5, 5, 4.8, 7.2};
    assertEquals(0.00390625, SignFlips.p(ten));
    assertEquals(0.03125, SignFlips.p(Arrays.copyOf(ten, 7)));
    assertEquals(0.75, SignFlips.p(new double[] {1.5, -0.5, 2, 0.25, -3, 1, 0.75, -0.25}));
  }

  /** Expected: the same with all 2²⁰ signs; the error of 99,999 draws is 0.0016. */
  @Test
  void drawsWhereThereAreTooManySignsToTry() {
    double[] twenty = {
      0.476, 0.218, 0.99, 0.455, -0.186, 0.712, 1.654, 1.297, -0.354, -0.915, -0.273, 0.391, -1.975,
      0.131, -0.896, -0.382, -0.194, 0.034, 0.762, 1.393
    };
    assertEquals(0.4035682678222656, SignFlips.p(twenty), 4 * 0.0016);
    assertEquals(SignFlips.p(twenty), SignFlips.p(twenty));
    double[] alike = new double[70];
    Arrays.fill(alike, 1);
    assertEquals(SignFlips.least(70), SignFlips.p(alike), "never 0");
  }

  @Test
  void theLeastIsThatOfSignsThatAreAllAlike() {
    for (int n = 1; n <= SignFlips.EXACT; n++) {
      double[] rising = new double[n];
      Arrays.setAll(rising, i -> 0.1 * (i + 1));
      assertEquals(SignFlips.least(n), SignFlips.p(rising), "n = " + n);
    }
    assertEquals(2 / 8.0, SignFlips.least(3));
    assertEquals(1, SignFlips.least(1));
    assertEquals(1, SignFlips.least(0));
  }

  @Test
  void everyPIsAMultipleOfTheLeastAndKnowsNeitherScaleNorSign() {
    RandomStream random = new RandomStream(11);
    for (int trial = 0; trial < 200; trial++) {
      double[] differences = new double[1 + trial % 9];
      Arrays.setAll(differences, i -> random.nextGaussian());
      double p = SignFlips.p(differences);
      assertTrue(p > 0 && p <= 1, "p = " + p);
      assertEquals(
          Math.rint(p / SignFlips.least(differences.length)),
          p / SignFlips.least(differences.length));
      double[] other = Arrays.stream(differences).map(d -> -1e-9 * d).toArray();
      assertEquals(p, SignFlips.p(other));
    }
  }

  /** If nothing is different, p is below a level no oftener than the level says. */
  @Test
  void rejectsNoMoreThanItsLevel() {
    RandomStream random = new RandomStream(5);
    int trials = 4000;
    int rejected = 0;
    for (int trial = 0; trial < trials; trial++) {
      double[] chance = new double[8];
      Arrays.setAll(chance, i -> random.nextGaussian());
      rejected += SignFlips.p(chance) <= 0.05 ? 1 : 0;
    }
    // of 2⁸ signs 12 are a p of at most 0.05; four standard errors
    double level = 12 / 256.0;
    assertEquals(level, (double) rejected / trials, 4 * Math.sqrt(level * (1 - level) / trials));
  }

  @Test
  void sumsThatAreEqualButForRoundingAreEqual() {
    // 0.1 + 0.2 + 0.3 in another order is another double
    assertEquals(0.25, SignFlips.p(new double[] {0.1, 0.2, 0.3}));
    assertEquals(1, SignFlips.p(new double[] {0, 0, 0, 0}));
    assertEquals(1, SignFlips.p(new double[0]));
  }
}
