package powergrid.learning.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.learning.Tensors;

class AdamTest {
  private final Parameters x = new Parameters(2);
  private final Parameters gradient = x.zeros();

  private void gradient(float a, float b) {
    gradient.array(0)[0] = a;
    gradient.array(0)[1] = b;
  }

  @Test
  void theFirstStepIsTheLearningRateAgainstTheGradientsSign() {
    Adam adam = new Adam(x);
    gradient(3, -0.5f);
    adam.step(gradient, 0.01);
    assertEquals(-0.01 * 3 / (3 + 1e-5), x.array(0)[0], 1e-7);
    assertEquals(0.01 * 0.5 / (0.5 + 1e-5), x.array(0)[1], 1e-7);
  }

  @Test
  void theSecondStepIsThatOfThePapersAlgorithm() {
    Adam adam = new Adam(x);
    gradient(1, 0);
    adam.step(gradient, 0.1);
    gradient(-2, 0);
    adam.step(gradient, 0.1);
    // m = 0.9 × 0.1 + 0.1 × −2 = −0.11, by 1 − 0.9² = 0.19; v = 0.999 × 0.001 + 0.001 × 4, by
    // 1 − 0.999² = 0.001999
    double second = 0.1 * (-0.11 / 0.19) / (Math.sqrt(0.004999 / 0.001999) + 1e-5);
    assertEquals(-0.1 / (1 + 1e-5) - second, x.array(0)[0], 1e-6);
    assertEquals(0, x.array(0)[1]);
  }

  @Test
  void goesOnFromWhereItWasSaved() {
    Adam adam = new Adam(x);
    gradient(1, -2);
    adam.step(gradient, 0.1);
    Tensors saved = new Tensors();
    adam.save(saved, "adam");
    Parameters y = x.zeros();
    y.set(x);
    Adam other = new Adam(y);
    other.restore(saved, "adam");
    gradient(0.3f, 5);
    adam.step(gradient, 0.1);
    other.step(gradient, 0.1);
    assertArrayEquals(x.flat(), y.flat());
  }

  @Test
  void gradientsAreScaledToTheGreatestNormOnlyWhereTheirsIsLarger() {
    gradient(3, 4);
    assertEquals(5, gradient.clip(10));
    assertArrayEquals(new float[] {3, 4}, gradient.flat());
    assertEquals(5, gradient.clip(1));
    assertArrayEquals(new float[] {0.6f, 0.8f}, gradient.flat(), 1e-7f);
  }
}
