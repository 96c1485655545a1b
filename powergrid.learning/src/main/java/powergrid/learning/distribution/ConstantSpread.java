package powergrid.learning.distribution;

import java.util.Arrays;
import powergrid.api.learning.Tensors;
import powergrid.api.random.RandomStream;
import powergrid.learning.nn.Parameters;

/** Deviations that are the same in every state. */
public final class ConstantSpread implements Spread {
  private final Parameters parameters;
  private final float[] logs;
  private final double[] values;

  /**
   * Deviations to start with.
   *
   * @param axes how many
   * @param log natural logarithm of each
   */
  public ConstantSpread(int axes, double log) {
    parameters = new Parameters(axes);
    logs = parameters.array(0);
    values = new double[axes];
    Arrays.fill(logs, (float) log);
    refresh();
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public void refresh() {
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictMath.exp(logs[i]);
    }
  }

  @Override
  public void deviations(float[] features, double[] sigma) {
    System.arraycopy(values, 0, sigma, 0, values.length);
  }

  @Override
  public void chain(float[] features, double[] sigma, double[] dSigma, Parameters gradient) {
    float[] g = gradient.array(0);
    for (int i = 0; i < values.length; i++) {
      g[i] += (float) (dSigma[i] * sigma[i]);
    }
  }

  @Override
  public int noiseSize() {
    return 0;
  }

  @Override
  public void draw(RandomStream random, float[] noise) {
    // Drawn anew in every step.
  }

  @Override
  public double deviation(
      int axis, float[] features, double sigma, float[] noise, RandomStream random) {
    return sigma * random.nextGaussian();
  }

  @Override
  public void save(Tensors into, String name) {
    into.put(name, logs);
  }
}
