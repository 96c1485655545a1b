package powergrid.learning.ppo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.learning.Learner;
import powergrid.testkit.Configured;
import powergrid.testkit.learning.CartPole;
import powergrid.testkit.learning.GameContext;
import powergrid.testkit.learning.GameEnvironment;

/** That something is learnt, in seconds; what is reached in full length is in the benchmarks. */
class LearningTest {
  @Test
  void aPoleIsBalancedAfterThirtyThousandSteps() {
    PpoSettings settings =
        Configured.of(PpoSettings.class)
            .with("horizon", 32)
            .with("epochs", 20)
            .with("gamma", 0.98)
            .with("gaeLambda", 0.8)
            .with("learningRate", 1e-3)
            .with("schedule", "linear")
            .with("clipSchedule", "linear")
            .with("normalizeObservations", false)
            .with("normalizeReturns", false)
            .build();
    long steps = 30_000;
    try (GameContext context = new GameContext(CartPole::new, steps, 1, 2)) {
      Learner learner = new Ippo().create(settings, context);
      for (long n = 0; n < steps; ) {
        n += learner.learn().steps();
      }
      double mean = new GameEnvironment(new CartPole()).play(learner.actor(), 20, 77);
      assertTrue(mean >= 195, "mean return is " + mean); // solved, as CartPole-v0 was said to be
    }
  }
}
