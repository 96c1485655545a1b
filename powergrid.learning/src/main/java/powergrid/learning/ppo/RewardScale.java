package powergrid.learning.ppo;

import powergrid.api.learning.Tensors;
import powergrid.learning.nn.Moments;

/** Divides a role's rewards by the running deviation of their discounted sums. */
final class RewardScale {
  private final double gamma;
  private final float[][] running;
  private final Moments moments = new Moments(1);

  RewardScale(int width, double gamma) {
    this.gamma = gamma;
    running = new float[width][1];
  }

  /** Takes a step's rewards in, and scales them in place. */
  void scale(float[] rewards, boolean[] ended, int from) {
    for (int w = 0; w < running.length; w++) {
      running[w][0] = (float) (running[w][0] * gamma + rewards[from + w]);
    }
    moments.add(running, running.length);
    for (int w = 0; w < running.length; w++) {
      rewards[from + w] = (float) (rewards[from + w] / moments.deviation(0));
      running[w][0] = ended[from + w] ? 0 : running[w][0];
    }
  }

  void save(Tensors into, String name) {
    float[] sums = new float[running.length];
    for (int w = 0; w < sums.length; w++) {
      sums[w] = running[w][0];
    }
    into.put(name + ".running", sums);
    moments.save(into, name);
  }

  void restore(Tensors from, String name) {
    float[] sums = from.floats(name + ".running");
    for (int w = 0; w < running.length; w++) {
      running[w][0] = sums[w];
    }
    moments.restore(from, name);
  }
}
