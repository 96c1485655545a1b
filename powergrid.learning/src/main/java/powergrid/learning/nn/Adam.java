package powergrid.learning.nn;

import powergrid.api.learning.Tensors;

/**
 * Adam: steps along a running mean of the gradient, each number's scaled by the running mean of its
 * square (Kingma and Ba, ICLR 2015, arXiv:1412.6980, algorithm 1), with decays 0.9 and 0.999 and
 * the ε of 1e-5 that is customary with PPO.
 */
public final class Adam {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-5f;

  private final Parameters parameters;
  private final Parameters m;
  private final Parameters v;
  private long t;

  /**
   * An optimiser at rest.
   *
   * @param parameters that it moves
   */
  public Adam(Parameters parameters) {
    this.parameters = parameters;
    m = parameters.zeros();
    v = parameters.zeros();
  }

  /**
   * Takes a step down.
   *
   * @param gradient of the same shape as the parameters
   * @param learningRate α
   */
  public void step(Parameters gradient, double learningRate) {
    t++;
    double unbias2 = Math.sqrt(1 - StrictMath.pow(BETA2, (double) t));
    float alpha = (float) (learningRate * unbias2 / (1 - StrictMath.pow(BETA1, (double) t)));
    float epsilon = (float) (EPSILON * unbias2);
    for (int i = 0; i < parameters.count(); i++) {
      float[] g = gradient.array(i);
      moments(g, m.array(i), v.array(i));
      move(parameters.array(i), m.array(i), v.array(i), alpha, epsilon);
    }
  }

  private static void moments(float[] g, float[] m, float[] v) {
    for (int j = 0; j < g.length; j++) {
      m[j] = BETA1 * m[j] + (1 - BETA1) * g[j];
    }
    for (int j = 0; j < g.length; j++) {
      v[j] = BETA2 * v[j] + (1 - BETA2) * g[j] * g[j];
    }
  }

  private static void move(float[] x, float[] m, float[] v, float alpha, float epsilon) {
    for (int j = 0; j < x.length; j++) {
      x[j] -= alpha * m[j] / ((float) Math.sqrt(v[j]) + epsilon);
    }
  }

  /**
   * Saves its moments.
   *
   * @param into gets them
   * @param name that theirs begin with
   */
  public void save(Tensors into, String name) {
    into.put(name + ".m", m.flat());
    into.put(name + ".v", v.flat());
    into.put(name + ".t", new long[] {t});
  }

  /**
   * Restores its moments.
   *
   * @param from as saved
   * @param name that theirs begin with
   */
  public void restore(Tensors from, String name) {
    m.flat(from.floats(name + ".m"));
    v.flat(from.floats(name + ".v"));
    t = from.longs(name + ".t")[0];
  }
}
