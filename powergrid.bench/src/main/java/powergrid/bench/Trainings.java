package powergrid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerFactory;
import powergrid.learning.ppo.Ippo;
import powergrid.learning.ppo.Mappo;
import powergrid.learning.ppo.PpoSettings;
import powergrid.testkit.Configured;
import powergrid.testkit.learning.CartPole;
import powergrid.testkit.learning.Game;
import powergrid.testkit.learning.GameContext;
import powergrid.testkit.learning.GameEnvironment;
import powergrid.testkit.learning.LinearTracking;
import powergrid.testkit.learning.Pendulum;
import powergrid.testkit.learning.SimpleSpread;

/**
 * Learns games of known solutions in full length and says what was reached: the figures of
 * docs/benchmarks.md. {@code java -cp benchmarks.jar powergrid.bench.Trainings TASK [SEEDS
 * [STEPS]]}; without arguments it lists the tasks.
 */
public final class Trainings {
  private static final int EPISODES = 1000;

  /** Of the episodes that what was learnt is tried in, the same for all. */
  private static final long EVALUATION_SEED = 20_261_127;

  private Trainings() {}

  /** A game, what learns it and how, for how long, and the mean return that is asked for. */
  private record Task(
      Supplier<? extends Game> game,
      LearnerFactory<PpoSettings> learner,
      Configured<PpoSettings> settings,
      long steps,
      double asked) {
    double train(long seed) {
      try (GameContext context = new GameContext(game, steps, seed, 2)) {
        Learner learning = learner.create(settings.build(), context);
        for (long taken = 0; taken < steps; ) {
          taken += learning.learn().steps();
        }
        return play(learning.actor());
      }
    }

    /** Mean over episodes of a player's summed rewards. */
    private double play(Actor actor) {
      GameEnvironment environment = new GameEnvironment(game.get());
      double sum = environment.play(actor, EPISODES, EVALUATION_SEED);
      return sum / environment.possibleAgents().size();
    }
  }

  private static Map<String, Task> tasks() {
    Map<String, Task> tasks = new TreeMap<>();
    tasks.put("cartpole", new Task(CartPole::new, new Ippo(), cartPole(), 100_000, 475));
    tasks.put("pendulum-gsde", new Task(Pendulum::new, new Ippo(), pendulum(true), 100_000, -250));
    tasks.put("pendulum", new Task(Pendulum::new, new Ippo(), pendulum(false), 300_000, -250));
    double best = LinearTracking.bestReturn();
    tasks.put(
        "tracking", new Task(LinearTracking::new, new Ippo(), tracking(), 300_000, 1.05 * best));
    tasks.put("spread-mappo", new Task(SimpleSpread::new, new Mappo(), spread(), 2_000_000, -15.6));
    tasks.put("spread-ippo", new Task(SimpleSpread::new, new Ippo(), spread(), 2_000_000, -15.6));
    return tasks;
  }

  private static Configured<PpoSettings> plain() {
    return Configured.of(PpoSettings.class)
        .with("normalizeObservations", false)
        .with("normalizeReturns", false);
  }

  /** Of RL Baselines3 Zoo, hyperparams/ppo.yml, CartPole-v1. */
  private static Configured<PpoSettings> cartPole() {
    return plain()
        .with("environments", 8)
        .with("horizon", 32)
        .with("minibatch", 256)
        .with("epochs", 20)
        .with("gamma", 0.98)
        .with("gaeLambda", 0.8)
        .with("learningRate", 1e-3)
        .with("schedule", "linear")
        .with("clipSchedule", "linear");
  }

  /** Of the same, Pendulum-v1; its first deviation of 1 N·m is a half of the bound here. */
  private static Configured<PpoSettings> pendulum(boolean gsde) {
    return plain()
        .with("environments", 4)
        .with("horizon", 1024)
        .with("minibatch", 64)
        .with("epochs", 10)
        .with("gamma", 0.9)
        .with("gaeLambda", 0.95)
        .with("learningRate", 1e-3)
        .with("logStdInit", -Math.log(2))
        .with("gsde", gsde);
  }

  private static Configured<PpoSettings> tracking() {
    return Configured.of(PpoSettings.class)
        .with("horizon", 256)
        .with("epochs", 10)
        .with("learningRate", 1e-3)
        .with("schedule", "linear")
        .with("logStdInit", -1.5);
  }

  private static Configured<PpoSettings> spread() {
    return Configured.of(PpoSettings.class)
        .with("environments", 16)
        .with("horizon", 125)
        .with("minibatch", 1000)
        .with("epochs", 10)
        .with("gamma", 0.95)
        .with("entropy", 0.01)
        .with("learningRate", 7e-4)
        .with("schedule", "linear")
        .with("share", "role");
  }

  /**
   * Trains.
   *
   * @param args task, number of seeds, steps
   */
  public static void main(String[] args) {
    Map<String, Task> tasks = tasks();
    Task task = args.length == 0 ? null : tasks.get(args[0]);
    if (task == null) {
      System.err.println("a task, then how many seeds and steps; tasks: " + tasks.keySet());
      return;
    }
    int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    if (args.length > 2) {
      long steps = Long.parseLong(args[2]);
      task = new Task(task.game(), task.learner(), task.settings(), steps, task.asked());
    }
    List<Double> returns = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      long start = System.nanoTime();
      double reached = task.train(seed);
      double seconds = (System.nanoTime() - start) * 1e-9;
      returns.add(reached);
      System.out.printf(
          Locale.ROOT, "%s seed %d: %.2f in %.1f s%n", args[0], seed, reached, seconds);
    }
    double mean = returns.stream().mapToDouble(r -> r).average().orElse(Double.NaN);
    System.out.printf(
        Locale.ROOT,
        "%s: mean %.2f, asked %.2f, over %d seeds of %d steps%n",
        args[0],
        mean,
        task.asked(),
        seeds,
        task.steps());
  }
}
