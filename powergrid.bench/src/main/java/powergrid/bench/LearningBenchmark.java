package powergrid.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import powergrid.api.learning.Iteration;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerFactory;
import powergrid.learning.ppo.Ippo;
import powergrid.learning.ppo.JointPpo;
import powergrid.learning.ppo.Mappo;
import powergrid.learning.ppo.PpoSettings;
import powergrid.testkit.Configured;
import powergrid.testkit.learning.GameContext;

/**
 * Iterations of learning, rollout and update together, in a game that costs next to nothing: three
 * agents, 64 observations, two hidden layers of 64, four epochs. {@code steps} are environment
 * steps a second; agent samples are three times as many.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LearningBenchmark {
  /** Of all copies in an iteration, by default. */
  static final int STEPS = 8 * 128;

  /** Who learns. */
  @Param({"ippo", "mappo", "joint-ppo"})
  public String learner;

  /** Threads of the learner. */
  @Param({"1", "2"})
  public int threads;

  /** Times an iteration's samples are gone through. */
  @Param({"4"})
  public int epochs;

  private GameContext context;
  private Learner learning;

  /** Counts environment steps. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Work {
    /** Environment steps. */
    public double steps;
  }

  /** Makes the learner. */
  @Setup
  public void make() {
    context = context();
    learning = learner(context);
  }

  GameContext context() {
    return new GameContext(Tide::new, 1_000_000_000, 1, threads);
  }

  Learner learner(GameContext in) {
    LearnerFactory<PpoSettings> factory =
        switch (learner) {
          case "ippo" -> new Ippo();
          case "mappo" -> new Mappo();
          default -> new JointPpo();
        };
    return factory.create(Configured.of(PpoSettings.class).with("epochs", epochs).build(), in);
  }

  /** Ends its threads. */
  @TearDown
  public void close() {
    context.close();
  }

  /**
   * An iteration.
   *
   * @param work counts
   * @return what it did
   */
  @Benchmark
  public Iteration learn(Work work) {
    Iteration iteration = learning.learn();
    work.steps += iteration.steps();
    return iteration;
  }
}
