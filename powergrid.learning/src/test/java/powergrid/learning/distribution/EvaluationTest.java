package powergrid.learning.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.random.RandomStream;
import powergrid.learning.nn.Parameters;

class EvaluationTest {
  private static final byte[] NO_MASK = {};
  private static final boolean[] ONE = {true};
  private static final float[] FEATURES = {0.5f, -1, 0.25f};

  private final RandomStream random = new RandomStream(5);

  private static Evaluation single(double logStd, boolean squashed) {
    return new Evaluation(new Head(new int[] {0}, squashed), new ConstantSpread(1, logStd));
  }

  private static double density(Evaluation evaluation, float mean, double u) {
    evaluation.evaluate(new float[] {mean}, FEATURES, NO_MASK, new float[] {(float) u}, ONE);
    return Math.exp(evaluation.logProbability());
  }

  @Test
  void aNormalVariatesLogProbabilityAndEntropyAreThoseOfItsFormula() {
    Evaluation evaluation = single(Math.log(2), false);
    evaluation.evaluate(new float[] {1}, FEATURES, NO_MASK, new float[] {4}, ONE);
    double expected = -0.5 * 1.5 * 1.5 - Math.log(2 * Math.sqrt(2 * Math.PI));
    assertEquals(expected, evaluation.logProbability(), 1e-6);
    assertEquals(0.5 * Math.log(2 * Math.PI * Math.E * 4), evaluation.entropy(), 1e-6);
  }

  @Test
  void aSquashedDensityIntegratesToOneOverActions() {
    Evaluation evaluation = single(-0.5, true);
    double sum = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      double a = -1 + (i + 0.5) * 2 / n;
      double u = 0.5 * Math.log((1 + a) / (1 - a));
      sum += density(evaluation, 0.4f, u) * 2 / n;
    }
    assertEquals(1, sum, 1e-4);
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "0.4, -0.5", "-1.5, 0"})
  void aSquashedEntropyIsTheIntegralOfItsDefinition(float mean, double logStd) {
    Evaluation evaluation = single(logStd, true);
    double h = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double a = -1 + (i + 0.5) * 2 / n;
      double p = density(evaluation, mean, 0.5 * Math.log((1 + a) / (1 - a)));
      h -= p > 0 ? p * Math.log(p) * 2 / n : 0;
    }
    density(evaluation, mean, 0);
    assertEquals(h, evaluation.entropy(), 0.01); // of quadrature by seven nodes
  }

  @Test
  void theLogarithmOfTanhsSlopeDoesNotOverflow() {
    assertEquals(Math.log(1 - Math.pow(Math.tanh(2), 2)), Evaluation.logSlope(-2), 1e-12);
    assertEquals(2 * (Math.log(2) - 500), Evaluation.logSlope(500), 1e-9);
  }

  @Test
  void closedChoicesAreNeverDrawnAndTheOthersAsOftenAsTheyAreLikely() {
    Head head = new Head(new int[] {4}, false);
    Evaluation evaluation = new Evaluation(head, new ConstantSpread(0, 0));
    float[] logits = {0, (float) Math.log(3), 100, 0};
    byte[] mask = {1, 1, 0, 1};
    int[] drawn = new int[4];
    float[] raw = new float[1];
    int n = 50_000;
    for (int i = 0; i < n; i++) {
      evaluation.sample(logits, FEATURES, mask, new float[0], random, raw);
      drawn[(int) raw[0]]++;
    }
    assertEquals(0, drawn[2]);
    double[] expected = {0.2, 0.6, 0, 0.2};
    for (int k = 0; k < 4; k++) { // within four deviations of a binomial count
      double p = expected[k];
      assertEquals(p, (double) drawn[k] / n, 4 * Math.sqrt(p * (1 - p) / n));
    }
    raw[0] = 1;
    evaluation.evaluate(logits, FEATURES, mask, raw, ONE);
    assertEquals(Math.log(0.6), evaluation.logProbability(), 1e-6);
    double h = -0.6 * Math.log(0.6) - 2 * 0.2 * Math.log(0.2);
    assertEquals(h, evaluation.entropy(), 1e-6);
  }

  @Test
  void whereNothingIsOpenEverythingIs() {
    Evaluation evaluation = new Evaluation(new Head(new int[] {2}, false), noSpread());
    evaluation.evaluate(new float[2], FEATURES, new byte[2], new float[] {1}, ONE);
    assertEquals(Math.log(0.5), evaluation.logProbability(), 1e-6);
  }

  private static Spread noSpread() {
    return new ConstantSpread(0, 0);
  }

  @Test
  void theModeIsTheMeanAndTheLikeliestOpenChoice() {
    Head head = new Head(new int[] {0, 3, 0}, false);
    float[] raw = new float[3];
    head.mode(new float[] {0.7f, 1, 5, 2, -3}, new byte[] {1, 0, 1}, raw);
    assertArrayEquals(new float[] {0.7f, 2, -3}, raw);
    assertEquals(-1, head.normal(raw[2]));
    assertTrue(head.beyond(raw, new boolean[] {true, true, true}));
    assertEquals(Math.tanh(0.7), new Head(new int[] {0}, true).normal(0.7), 1e-15);
  }

  @Test
  void stateDependentNoiseHasTheVarianceThatItsProbabilityAssumes() {
    FeatureSpread spread = new FeatureSpread(1, 3, -0.3);
    double[] sigma = new double[1];
    spread.deviations(FEATURES, sigma);
    double expected = Math.exp(-0.6) * (0.25 + 1 + 0.0625) + 1e-6;
    assertEquals(Math.sqrt(expected), sigma[0], 1e-6);
    float[] noise = new float[spread.noiseSize()];
    double squares = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      spread.draw(random, noise);
      double off = spread.deviation(0, FEATURES, sigma[0], noise, random);
      assertEquals(off, spread.deviation(0, FEATURES, sigma[0], noise, random)); // kept
      squares += off * off / n;
    }
    assertEquals(expected, squares, 4 * expected * Math.sqrt(2.0 / n));
  }

  /** 0 is a continuous axis, else so many choices. */
  @ParameterizedTest
  @CsvSource({
    "0, false, false",
    "0 0, false, false",
    "0 0, true, false",
    "0, false, true",
    "0 0, true, true",
    "3, false, false",
    "3 2, false, false",
    "0 3 0 2, true, true"
  })
  void gradientsAreThoseOfFiniteDifferences(String axes, boolean squashed, boolean dependent) {
    int[] choices = Arrays.stream(axes.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    Head head = new Head(choices, squashed);
    Spread spread =
        dependent
            ? new FeatureSpread(head.continuous(), 3, -0.4)
            : new ConstantSpread(head.continuous(), -0.4);
    Evaluation evaluation = new Evaluation(head, spread);
    float[] output = new float[head.outputs()];
    for (int i = 0; i < output.length; i++) {
      output[i] = (float) random.nextGaussian();
    }
    byte[] mask = new byte[head.maskSize()];
    Arrays.fill(mask, (byte) 1);
    if (mask.length > 2) {
      mask[1] = 0;
    }
    boolean[] present = new boolean[choices.length];
    Arrays.fill(present, true);
    float[] raw = new float[choices.length];
    float[] noise = new float[spread.noiseSize()];
    spread.draw(random, noise);
    evaluation.sample(output, FEATURES, mask, noise, random, raw);

    double ofLog = 0.7;
    double ofEntropy = -1.3;
    java.util.function.DoubleSupplier loss =
        () -> {
          spread.refresh();
          evaluation.evaluate(output, FEATURES, mask, raw, present);
          return ofLog * evaluation.logProbability() + ofEntropy * evaluation.entropy();
        };
    assertTrue(Double.isFinite(loss.getAsDouble()));
    float[] d = new float[output.length];
    Parameters gradient = spread.parameters().zeros();
    evaluation.chain(ofLog, ofEntropy, d, gradient);
    check(output, d, loss);
    for (int a = 0; a < gradient.count(); a++) {
      check(spread.parameters().array(a), gradient.array(a), loss);
    }
  }

  private static void check(float[] x, float[] gradient, java.util.function.DoubleSupplier loss) {
    for (int i = 0; i < x.length; i++) {
      float kept = x[i];
      x[i] = kept + 1e-2f;
      double up = loss.getAsDouble();
      double step = (double) x[i] - kept;
      x[i] = kept - 1e-2f;
      double down = loss.getAsDouble();
      step += (double) kept - x[i];
      x[i] = kept;
      double slope = (up - down) / step;
      assertEquals(slope, gradient[i], 2e-3 * Math.max(1, Math.abs(slope)), "of number " + i);
    }
  }

  @Test
  void axesThatAreNotThereCountForNothing() {
    Evaluation evaluation =
        new Evaluation(new Head(new int[] {0, 2}, false), new ConstantSpread(1, 0));
    float[] output = {3, 1, 2};
    evaluation.evaluate(output, FEATURES, new byte[] {1, 1}, new float[2], new boolean[2]);
    assertEquals(0, evaluation.logProbability());
    assertEquals(0, evaluation.entropy());
    float[] d = new float[3];
    Parameters gradient = new Parameters(1);
    evaluation.chain(1, 1, d, gradient);
    assertArrayEquals(new float[3], d);
    assertArrayEquals(new float[1], gradient.flat());
  }
}
