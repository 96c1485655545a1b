package powergrid.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import powergrid.api.learning.Learner;
import powergrid.learning.nn.Activation;
import powergrid.testkit.learning.GameContext;

/**
 * What {@link NetworkBenchmark} and {@link LearningBenchmark} measure, by the time that a processor
 * gave to one thread, the best of many short runs: for machines that others use too. {@code java
 * -cp benchmarks.jar powergrid.bench.LearningSpeed}.
 */
public final class LearningSpeed {
  private static final int RUNS = 60;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private LearningSpeed() {}

  /** Least processor time of a task, in seconds. */
  private static double seconds(int times, Runnable task) {
    double least = Double.POSITIVE_INFINITY;
    for (int run = 0; run < RUNS; run++) {
      long start = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < times; i++) {
        task.run();
      }
      least = Math.min(least, (THREADS.getCurrentThreadCpuTime() - start) * 1e-9 / times);
    }
    return least;
  }

  private static void network(int rows, Activation activation) {
    NetworkBenchmark network = new NetworkBenchmark();
    network.inputs = 64;
    network.rows = rows;
    network.activation = activation;
    network.make();
    NetworkBenchmark.Work work = new NetworkBenchmark.Work();
    int times = Math.max(1, 20_000 / rows);
    double forward = seconds(times, () -> network.forward(work));
    double forwards = work.gflop / (times * (double) RUNS);
    work.gflop = 0;
    double both = seconds(times, () -> network.learn(work));
    double boths = work.gflop / (times * (double) RUNS);
    System.out.printf(
        Locale.ROOT,
        "%s, %d samples: forward %.1f GFLOP/s, forward and backward %.1f GFLOP/s%n",
        activation,
        rows,
        forwards / forward,
        boths / both);
  }

  private static void learner(String name, int epochs) {
    LearningBenchmark learning = new LearningBenchmark();
    learning.learner = name;
    learning.epochs = epochs;
    learning.threads = 1;
    try (GameContext context = learning.context()) {
      Learner learner = learning.learner(context);
      double seconds = seconds(1, learner::learn);
      System.out.printf(
          Locale.ROOT,
          "%s, %d epochs: %.0f environment steps a second%n",
          name,
          epochs,
          LearningBenchmark.STEPS / seconds);
    }
  }

  /**
   * Measures.
   *
   * @param args none
   */
  public static void main(String[] args) {
    for (int rows : new int[] {8, 64, 256}) {
      network(rows, Activation.TANH);
      network(rows, Activation.RELU);
    }
    for (String name : new String[] {"ippo", "mappo", "joint-ppo"}) {
      learner(name, 1);
      learner(name, 4);
    }
  }
}
