package powergrid.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import powergrid.api.environment.Credit;
import powergrid.api.environment.Split;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerFactory;
import powergrid.api.scenario.Scenario;
import powergrid.learning.ppo.Ippo;
import powergrid.learning.ppo.Mappo;
import powergrid.learning.ppo.PpoSettings;
import powergrid.testkit.Configured;
import powergrid.testkit.learning.GameContext;

/**
 * Environment steps a second in {@code examples/protocol-comparison.yaml}, the case of three
 * microgrids with fixed taps: of stepping copies alone, and of training, rollout and update
 * together. By the clock, the best of a few stretches, for machines that others use too. Run where
 * {@code examples/} is: {@code java -cp benchmarks.jar powergrid.bench.TrainingSpeed}.
 */
public final class TrainingSpeed {
  private static final int COPIES = 8;
  private static final int STRETCHES = 5;
  private static final double SECONDS = 3;
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final ClassPathWorkbench workbench = new ClassPathWorkbench();

  private TrainingSpeed() {}

  private interface Work {
    /** Does some; returns how many environment steps that took. */
    long steps();
  }

  private VectorEnvironment copies(int number, Credit credit, int threads, String peers) {
    Scenario scenario =
        workbench
            .reader()
            .read(
                Path.of("examples/protocol-comparison.yaml"),
                Map.of("protocol", peers, "experiment", "{}"));
    return workbench.environments().vector(scenario, Split.TRAIN, credit, number, threads);
  }

  private static void measure(String what, Work work) {
    double most = 0;
    for (int stretch = 0; stretch < STRETCHES; stretch++) {
      long start = System.nanoTime();
      long steps = 0;
      double seconds;
      do {
        steps += work.steps();
        seconds = (System.nanoTime() - start) * 1e-9;
      } while (seconds < SECONDS);
      most = Math.max(most, steps / seconds);
    }
    System.out.printf(Locale.ROOT, "%-44s %,9.0f environment steps/s%n", what, most);
  }

  private void rollout(String what, Credit credit, int threads, String peers) {
    try (VectorEnvironment copies = copies(COPIES, credit, threads, peers)) {
      VectorTransition seen = copies.reset(1);
      measure(
          "rollout, " + what + ", " + threads + " threads",
          () -> {
            copies.step(seen.heldActions().clone());
            return COPIES;
          });
    }
  }

  private void training(String name, LearnerFactory<PpoSettings> factory, int threads) {
    PpoSettings settings = Configured.of(PpoSettings.class).with("epochs", 4).build();
    try (GameContext context =
        GameContext.of(
            number -> copies(number, Credit.OWN, threads, "none"), 1_000_000_000, 1, threads)) {
      Learner learner = factory.create(settings, context);
      measure(name + ", 4 epochs, " + threads + " threads", () -> learner.learn().steps());
    }
  }

  /**
   * Measures.
   *
   * @param args none
   */
  public static void main(String[] args) {
    TrainingSpeed speed = new TrainingSpeed();
    for (int threads = 1; threads <= THREADS; threads++) {
      speed.rollout("no protocol", Credit.OWN, threads, "none");
      speed.rollout("consensus", Credit.OWN, threads, "consensus");
      speed.rollout("p2p-trading", Credit.OWN, threads, "p2p-trading");
      speed.rollout("difference rewards", Credit.DIFFERENCE, threads, "none");
      speed.training("ippo", new Ippo(), threads);
      speed.training("mappo", new Mappo(), threads);
    }
  }
}
