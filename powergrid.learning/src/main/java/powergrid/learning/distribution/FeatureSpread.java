package powergrid.learning.distribution;

import java.util.Arrays;
import powergrid.api.learning.Tensors;
import powergrid.api.random.RandomStream;
import powergrid.learning.nn.Parameters;

/**
 * Deviations that depend on the state through its features, which are taken as given: the gradient
 * does not go on into them. Noise that is kept for several steps explores smoothly.
 */
public final class FeatureSpread implements Spread {
  /** Keeps the deviation from zero where all features are. */
  private static final double LEAST_VARIANCE = 1e-6;

  private final int axes;
  private final int features;
  private final Parameters parameters;

  /** Standard deviation of the noise of an axis and a feature. */
  private final double[][] values;

  /**
   * Deviations to start with.
   *
   * @param axes how many
   * @param features how many
   * @param log natural logarithm of the deviation of each axis' and feature's noise
   */
  public FeatureSpread(int axes, int features, double log) {
    this.axes = axes;
    this.features = features;
    int[] lengths = new int[axes];
    Arrays.fill(lengths, features);
    parameters = new Parameters(lengths);
    values = new double[axes][features];
    for (int i = 0; i < axes; i++) {
      Arrays.fill(parameters.array(i), (float) log);
    }
    refresh();
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public void refresh() {
    for (int i = 0; i < axes; i++) {
      for (int h = 0; h < features; h++) {
        values[i][h] = StrictMath.exp(parameters.array(i)[h]);
      }
    }
  }

  @Override
  public void deviations(float[] f, double[] sigma) {
    for (int i = 0; i < axes; i++) {
      double sum = LEAST_VARIANCE;
      double[] s = values[i];
      for (int h = 0; h < features; h++) {
        double part = f[h] * s[h];
        sum += part * part;
      }
      sigma[i] = Math.sqrt(sum);
    }
  }

  @Override
  public void chain(float[] f, double[] sigma, double[] dSigma, Parameters gradient) {
    for (int i = 0; i < axes; i++) {
      float[] g = gradient.array(i);
      double[] s = values[i];
      double slope = dSigma[i] / sigma[i];
      for (int h = 0; h < features; h++) {
        double part = f[h] * s[h];
        g[h] += (float) (slope * part * part);
      }
    }
  }

  @Override
  public int noiseSize() {
    return axes * features;
  }

  @Override
  public void draw(RandomStream random, float[] noise) {
    for (int i = 0; i < axes; i++) {
      for (int h = 0; h < features; h++) {
        noise[i * features + h] = (float) (values[i][h] * random.nextGaussian());
      }
    }
  }

  @Override
  public double deviation(int axis, float[] f, double sigma, float[] noise, RandomStream random) {
    double sum = 0;
    for (int h = 0; h < features; h++) {
      sum += f[h] * noise[axis * features + h];
    }
    return sum;
  }

  @Override
  public void save(Tensors into, String name) {
    into.put(name, parameters.flat(), axes, features);
  }
}
