package powergrid.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import powergrid.api.random.RandomStream;

/** Expected numbers are worked out by hand from the definition. */
class HolmTest {
  @Test
  void multipliesByHowManyAreLeft() {
    // 0.01 · 4, 0.02 · 3, 0.03 · 2, 0.2 · 1
    assertArrayEquals(
        new double[] {0.06, 0.04, 0.2, 0.06},
        Holm.adjusted(new double[] {0.03, 0.01, 0.2, 0.02}),
        1e-15);
  }

  @Test
  void neitherFallsNorExceedsOne() {
    // 0.02 · 3; then 0.025 · 2 would be less; then 0.5
    assertArrayEquals(
        new double[] {0.06, 0.06, 0.5}, Holm.adjusted(new double[] {0.02, 0.025, 0.5}), 1e-15);
    assertArrayEquals(new double[] {1, 1}, Holm.adjusted(new double[] {0.6, 0.9}));
    assertArrayEquals(new double[0], Holm.adjusted(new double[0]));
  }

  @Test
  void keepsTheOrderAndIsBetweenTheOriginalAndBonferroni() {
    RandomStream random = new RandomStream(3);
    for (int trial = 0; trial < 100; trial++) {
      double[] p = new double[1 + trial % 12];
      Arrays.setAll(p, i -> random.nextDouble());
      double[] adjusted = Holm.adjusted(p);
      for (int i = 0; i < p.length; i++) {
        assertTrue(adjusted[i] >= p[i] && adjusted[i] <= Math.min(1, p.length * p[i]));
        for (int k = 0; k < p.length; k++) {
          assertTrue(p[i] > p[k] || adjusted[i] <= adjusted[k]);
        }
      }
    }
  }
}
