package powergrid.devices.ev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TruncatedNormalTest {
  private static double mean(TruncatedNormal distribution) {
    int n = 100_000;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += distribution.at((i + 0.5) / n);
    }
    return sum / n;
  }

  @Test
  void hasTheQuantilesOfTables() {
    // e.g. Abramowitz and Stegun, table 26.5
    assertEquals(0, NormalQuantile.of(0.5), 0);
    assertEquals(0.841621234, NormalQuantile.of(0.8), 1e-6);
    assertEquals(1.281551566, NormalQuantile.of(0.9), 1e-6);
    assertEquals(1.959963985, NormalQuantile.of(0.975), 1e-6);
    assertEquals(3.090232306, NormalQuantile.of(0.999), 1e-6);
    assertEquals(-4.753424309, NormalQuantile.of(1e-6), 1e-6);
    // from the paper of the algorithm: 1e-20 gives −9.2623400898
    assertEquals(-9.2623400898, NormalQuantile.of(1e-20), 1e-5);
  }

  @Test
  void hasTheMeanOfItsClosedForm() {
    // truncated below at its mean, a normal distribution has the mean μ + σ √(2/π)
    TruncatedNormal half = new TruncatedNormal(5, 2, 5, 50);
    assertEquals(5 + 2 * Math.sqrt(2 / Math.PI), mean(half), 1e-4);
    // at one deviation on either side it has the mean μ
    assertEquals(5, mean(new TruncatedNormal(5, 2, 3, 7)), 1e-6);
  }

  @Test
  void staysWithinItsBounds() {
    TruncatedNormal narrow = new TruncatedNormal(5, 2, 4, 5.5);
    assertEquals(4, narrow.at(0), 1e-6);
    assertEquals(5.5, narrow.at(Math.nextDown(1.0)), 1e-6);
    for (int i = 0; i < 1000; i++) {
      double value = narrow.at(i / 1000.0);
      assertTrue(value >= 4 && value <= 5.5, "drew " + value);
    }
  }

  @Test
  void isItsMeanWithoutDeviation() {
    assertEquals(5, new TruncatedNormal(5, 0, 0, 9).at(0.9), 0);
  }
}
