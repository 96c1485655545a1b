package powergrid.experiment;

import java.util.Map;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Iteration;
import powergrid.api.learning.Learner;
import powergrid.api.learning.Tensors;
import powergrid.api.random.RandomStream;

/** Learns a number: in every iteration of 100 steps it draws what is added to it. */
final class CountingLearner implements Learner {
  private final RandomStream random;
  private final int brokenAt;
  private float weight;
  private int iterations;

  CountingLearner(RandomStream random, int brokenAt) {
    this.random = random;
    this.brokenAt = brokenAt;
  }

  @Override
  public Iteration learn() {
    iterations++;
    if (iterations == brokenAt) {
      throw new IllegalStateException("the weight is no longer finite");
    }
    weight += (float) random.nextDouble() - 0.5f;
    return new Iteration(100, 2, weight, Map.of("loss.value", 1.0 / iterations));
  }

  @Override
  public Actor actor() {
    return acting(weight);
  }

  static Actor actor(Tensors policy) {
    return acting(policy.floats("weight")[0]);
  }

  private static Actor acting(float learnt) {
    return (environment, seen, actions) -> actions[0] = learnt;
  }

  @Override
  public void save(Tensors policy, Tensors training) {
    policy.put("weight", new float[] {weight});
    training.put("state", new long[] {random.state(), iterations});
  }

  @Override
  public void restore(Tensors policy, Tensors training) {
    weight = policy.floats("weight")[0];
    random.state(training.longs("state")[0]);
    iterations = (int) training.longs("state")[1];
  }
}
