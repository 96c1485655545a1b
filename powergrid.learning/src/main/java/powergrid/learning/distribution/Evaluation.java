package powergrid.learning.distribution;

import java.util.Arrays;
import powergrid.api.random.RandomStream;
import powergrid.learning.nn.Parameters;

/**
 * Draws raw samples, weighs them and differentiates what it weighed. Works on one state at a time;
 * belongs to one thread.
 */
public final class Evaluation {
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);
  private static final double LOG_TWO = StrictMath.log(2);

  private final Head head;
  private final Spread spread;
  private final double[] sigma;
  private final double[] dSigma;
  private final Categorical[] categoricals;

  private float[] output;
  private float[] features;
  private float[] raw;
  private boolean[] present;
  private double logProbability;
  private double entropy;

  /**
   * Room to evaluate a distribution.
   *
   * @param head its shape
   * @param spread its deviations
   */
  public Evaluation(Head head, Spread spread) {
    this.head = head;
    this.spread = spread;
    sigma = new double[head.continuous()];
    dSigma = new double[head.continuous()];
    categoricals = new Categorical[head.axes()];
    for (int axis = 0; axis < head.axes(); axis++) {
      categoricals[axis] = head.choices(axis) == 0 ? null : new Categorical();
    }
  }

  /**
   * Draws a raw sample.
   *
   * @param output of the network
   * @param features what its last hidden layer gave
   * @param mask which choices are open
   * @param noise of {@link Spread#draw}
   * @param random is drawn from
   * @param raw written
   */
  public void sample(
      float[] output,
      float[] features,
      byte[] mask,
      float[] noise,
      RandomStream random,
      float[] raw) {
    spread.deviations(features, sigma);
    int at = 0;
    int bit = 0;
    int c = 0;
    for (int axis = 0; axis < head.axes(); axis++) {
      int n = head.choices(axis);
      if (n == 0) {
        double off = spread.deviation(c, features, sigma[c], noise, random);
        raw[axis] = (float) (output[at++] + off);
        c++;
      } else {
        categoricals[axis].set(output, at, mask, bit, n);
        raw[axis] = categoricals[axis].sample(random);
        at += n;
        bit += n;
      }
    }
  }

  /**
   * Works out a raw sample's log-probability, and the distribution's entropy.
   *
   * @param output of the network
   * @param features what its last hidden layer gave
   * @param mask which choices are open
   * @param raw the sample
   * @param present which axes count
   */
  public void evaluate(
      float[] output, float[] features, byte[] mask, float[] raw, boolean[] present) {
    this.output = output;
    this.features = features;
    this.raw = raw;
    this.present = present;
    logProbability = 0;
    entropy = 0;
    spread.deviations(features, sigma);
    int at = 0;
    int bit = 0;
    int c = 0;
    for (int axis = 0; axis < head.axes(); axis++) {
      int n = head.choices(axis);
      if (n == 0) {
        if (present[axis]) {
          normal(output[at], sigma[c], raw[axis]);
        }
        at++;
        c++;
      } else {
        if (present[axis]) {
          categoricals[axis].set(output, at, mask, bit, n);
          logProbability += categoricals[axis].logProbability((int) raw[axis]);
          entropy += categoricals[axis].entropy();
        }
        at += n;
        bit += n;
      }
    }
  }

  private void normal(double mu, double s, double u) {
    double z = (u - mu) / s;
    double logSigma = StrictMath.log(s);
    logProbability -= 0.5 * z * z + logSigma + HALF_LOG_TWO_PI;
    entropy += 0.5 + HALF_LOG_TWO_PI + logSigma;
    if (head.squashed()) {
      logProbability -= logSlope(u);
      for (int k = 0; k < Hermite.NODES; k++) {
        entropy += Hermite.weight(k) * logSlope(mu + s * Hermite.node(k));
      }
    }
  }

  /** The logarithm of tanh's derivative, 1 − tanh²(u), also where that underflows. */
  static double logSlope(double u) {
    double v = Math.abs(u);
    return 2 * (LOG_TWO - v - StrictMath.log1p(StrictMath.exp(-2 * v)));
  }

  /**
   * The log-probability that was worked out.
   *
   * @return of the raw sample; squashed, of its tanh
   */
  public double logProbability() {
    return logProbability;
  }

  /**
   * The entropy that was worked out.
   *
   * @return nats; squashed, of the tanh, by Gauss-Hermite quadrature
   */
  public double entropy() {
    return entropy;
  }

  /**
   * Adds the gradient of a loss of what was evaluated last.
   *
   * @param dLogProbability derivative with respect to the log-probability
   * @param dEntropy derivative with respect to the entropy
   * @param dOutput derivatives with respect to the network's outputs, added to
   * @param gradient of the spread's parameters, added to
   */
  public void chain(double dLogProbability, double dEntropy, float[] dOutput, Parameters gradient) {
    Arrays.fill(dSigma, 0);
    int at = 0;
    int c = 0;
    for (int axis = 0; axis < head.axes(); axis++) {
      int n = head.choices(axis);
      if (n == 0) {
        if (present[axis]) {
          chainNormal(axis, at, c, dLogProbability, dEntropy, dOutput);
        }
        at++;
        c++;
      } else {
        if (present[axis]) {
          categoricals[axis].chain((int) raw[axis], dLogProbability, dEntropy, dOutput, at);
        }
        at += n;
      }
    }
    spread.chain(features, sigma, dSigma, gradient);
  }

  private void chainNormal(
      int axis, int at, int c, double dLogProbability, double dEntropy, float[] dOutput) {
    double mu = output[at];
    double s = sigma[c];
    double z = (raw[axis] - mu) / s;
    double dMu = dLogProbability * z / s;
    double dS = dLogProbability * (z * z - 1) / s + dEntropy / s;
    if (head.squashed() && dEntropy != 0) {
      for (int k = 0; k < Hermite.NODES; k++) { // d/du log(1 - tanh(u)^2) = -2 tanh(u)
        double node = Hermite.node(k);
        double slope = -2 * StrictMath.tanh(mu + s * node) * Hermite.weight(k) * dEntropy;
        dMu += slope;
        dS += slope * node;
      }
    }
    dOutput[at] += (float) dMu;
    dSigma[c] += dS;
  }
}
