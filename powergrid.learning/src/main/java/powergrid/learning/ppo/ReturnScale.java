package powergrid.learning.ppo;

import powergrid.api.learning.Tensors;
import powergrid.learning.nn.Mlp;
import powergrid.learning.nn.Parameters;

/**
 * The scale that a critic learns returns in. When it moves, the critic's last layer is rescaled, so
 * that what the critic says of returns stays the same (PopArt).
 */
final class ReturnScale {
  /**
   * Of a new iteration's moments, once there were a few: what untrained policies earn can be
   * hundreds of times as much as what trained ones do, and must be forgotten soon.
   */
  private static final double WEIGHT = 0.25;

  private static final double LEAST_DEVIATION = 1e-4;

  private double mean;
  private double square;
  private long iterations;

  double mean() {
    return mean;
  }

  double deviation() {
    return iterations == 0
        ? 1
        : Math.sqrt(Math.max(LEAST_DEVIATION * LEAST_DEVIATION, square - mean * mean));
  }

  float returned(float learnt) {
    return (float) (mean + deviation() * learnt);
  }

  float learnt(float returned) {
    return (float) ((returned - mean) / deviation());
  }

  /** Takes returns in and rescales the critic. */
  void move(float[] returns, Mlp critic) {
    double sum = 0;
    double squares = 0;
    for (float r : returns) {
      sum += r;
      squares += (double) r * r;
    }
    double meanBefore = mean;
    double deviationBefore = deviation();
    iterations++;
    double weight = Math.max(WEIGHT, 1.0 / iterations);
    mean += weight * (sum / returns.length - mean);
    square += weight * (squares / returns.length - square);
    rescale(critic, deviationBefore / deviation(), (meanBefore - mean) / deviation());
  }

  private static void rescale(Mlp critic, double factor, double shift) {
    Parameters parameters = critic.parameters();
    float[] w = critic.weights(parameters, critic.layers() - 1)[0];
    float[] b = critic.bias(parameters, critic.layers() - 1);
    for (int i = 0; i < w.length; i++) {
      w[i] = (float) (w[i] * factor);
    }
    b[0] = (float) (b[0] * factor + shift);
    critic.refresh();
  }

  void save(Tensors into, String name) {
    into.put(name, new double[] {mean, square, iterations});
  }

  void restore(Tensors from, String name) {
    double[] saved = from.doubles(name);
    mean = saved[0];
    square = saved[1];
    iterations = (long) saved[2];
  }
}
