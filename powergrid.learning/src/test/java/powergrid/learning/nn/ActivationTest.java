package powergrid.learning.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ActivationTest {
  @Test
  void tanhIsWithinItsStatedErrorEverywhere() {
    int n = 400_001;
    float[] y = new float[n];
    for (int i = 0; i < n; i++) {
      y[i] = (i - n / 2) * 1e-4f;
    }
    float[] x = y.clone();
    Activation.TANH.apply(y, n);
    for (int i = 0; i < n; i++) {
      assertEquals(Math.tanh(x[i]), y[i], 8e-6, "at " + x[i]);
    }
  }

  @Test
  void tanhNeverLeavesMinusOneToOneByMoreThanRounding() {
    float[] y = {-1e30f, -6.27f, 6.27f, 1e30f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
    Activation.TANH.apply(y, y.length);
    for (float each : y) {
      assertEquals(1, Math.abs(each), 2e-6);
    }
  }

  @Test
  void tanhOfNoNumberIsNone() {
    float[] y = {Float.NaN};
    Activation.TANH.apply(y, 1);
    assertTrue(Float.isNaN(y[0]));
  }

  @Test
  void reluKeepsThePositivePartAndPassesDerivativesOnThere() {
    float[] y = {-2, 0, 3};
    Activation.RELU.apply(y, 3);
    assertArrayEquals(new float[] {0, 0, 3}, y);
    float[] d = {5, 5, 5};
    Activation.RELU.chain(y, d, 3);
    assertArrayEquals(new float[] {0, 0, 5}, d);
  }
}
