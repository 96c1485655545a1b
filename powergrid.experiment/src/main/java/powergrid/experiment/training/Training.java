package powergrid.experiment.training;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.learning.Iteration;
import powergrid.api.learning.Learner;
import powergrid.api.learning.Tensors;
import powergrid.api.scenario.LearnSetting;
import powergrid.api.scenario.Scenario;

/**
 * One learner's training from its first iteration, or from where it was saved, to its end. What it
 * saves is the same to the bit wherever it was interrupted in between.
 */
public final class Training {
  /** Under this note a policy says which learner plug-in can put it to work. */
  public static final String LEARNER = "learner";

  private static final String POLICY = "policy.";
  private static final String TRAINING = "training.";
  private static final String BEST = "best.";
  private static final String STANDING = "standing";
  private static final long SAVE_EVERY = TimeUnit.SECONDS.toNanos(20);

  private final EnvironmentFactory environments;
  private final Scenario scenario;
  private final LearnSetting learn;
  private final long seed;
  private final int threads;
  private final Store store;
  private final BooleanSupplier stop;
  private final Consumer<Point> told;
  private final Validation validation;
  private final Curve curve = new Curve();

  /** The best policy so far by validation; null where there was none yet. */
  private Tensors best;

  private double bestReward = Double.NEGATIVE_INFINITY;
  private int misses;
  private double secondsBefore;

  /**
   * A training.
   *
   * @param environments to learn in
   * @param scenario with {@code learn}
   * @param seed of the run
   * @param threads of the learner
   * @param store where to go on from, and to save to
   * @param stop asked between iterations
   * @param told of every point of the learning curve, those before an interruption too
   */
  public Training(
      EnvironmentFactory environments,
      Scenario scenario,
      long seed,
      int threads,
      Store store,
      BooleanSupplier stop,
      Consumer<Point> told) {
    this.environments = environments;
    this.scenario = scenario;
    this.learn = scenario.learn().orElseThrow();
    this.seed = seed;
    this.threads = threads;
    this.store = store;
    this.stop = stop;
    this.told = told;
    validation = new Validation(environments, scenario, learn.validationEpisodes(), seed);
  }

  /**
   * The learning curve of a training that was saved.
   *
   * @param store where
   * @return its points; none where nothing was saved
   * @throws IOException if it cannot be read
   */
  public static List<Point> curve(Store store) throws IOException {
    Curve saved = new Curve();
    store.load().ifPresent(saved::restore);
    return saved.points();
  }

  /**
   * Trains to the end.
   *
   * @return what was learnt; empty if it was asked to stop, which it can go on from
   * @throws IOException if what it goes on from cannot be read, or it cannot be saved
   */
  public Optional<Tensors> run() throws IOException {
    try (Classroom classroom = new Classroom(environments, scenario, learn, seed, threads)) {
      Learner learner = environments.learner(scenario, classroom);
      Optional<Tensors> saved = store.load();
      if (saved.isPresent()) {
        restore(learner, saved.get());
      }
      long start = System.nanoTime();
      long lastSaved = start;
      while (!finished(start)) {
        if (stop.getAsBoolean()) {
          save(learner, start);
          return Optional.empty();
        }
        step(learner, classroom, start);
        if (System.nanoTime() - lastSaved >= SAVE_EVERY) {
          save(learner, start);
          lastSaved = System.nanoTime();
        }
      }
      save(learner, start);
      Tensors learnt = best != null ? best : policy(learner);
      store.keep(learnt, classroom.agents(), best != null ? curve.stepsOfBest() : curve.steps());
      return Optional.of(learnt);
    }
  }

  private boolean finished(long start) {
    boolean late =
        learn.timeLimit().isPresent() && seconds(start) >= learn.timeLimit().get().toNanos() / 1e9;
    boolean patient = learn.patience() == 0 || misses < learn.patience();
    return curve.steps() >= learn.steps() || !patient || late;
  }

  private double seconds(long start) {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
  }

  private void step(Learner learner, Classroom classroom, long start) {
    long before = curve.steps();
    Iteration iteration = learner.learn();
    if (iteration.steps() <= 0) {
      throw new IllegalStateException(
          "learner/" + learn.learner().type() + " took no step in an iteration");
    }
    long steps = before + iteration.steps();
    boolean due =
        learn.validateEvery() > 0
            && (steps / learn.validateEvery() > before / learn.validateEvery()
                || steps >= learn.steps());
    Validation.Trial trial = due ? validation.of(learner.actor()) : Point.UNTRIED;
    if (due) {
      if (trial.reward() > bestReward) {
        bestReward = trial.reward();
        best = policy(learner);
        misses = 0;
      } else {
        misses++;
      }
    }
    Point point =
        new Point(
            curve.size() + 1,
            steps,
            classroom.agents().size(),
            iteration,
            trial,
            (System.nanoTime() - start) / 1e9);
    curve.add(point);
    told.accept(point);
  }

  private Tensors policy(Learner learner) {
    Tensors policy = new Tensors();
    learner.save(policy, new Tensors());
    return policy.note(LEARNER, learn.learner().type());
  }

  private void save(Learner learner, long start) throws IOException {
    Tensors policy = new Tensors();
    Tensors training = new Tensors();
    learner.save(policy, training);
    Tensors state = new Tensors();
    Parts.put(state, POLICY, policy);
    Parts.put(state, TRAINING, training);
    if (best != null) {
      Parts.put(state, BEST, best);
    }
    curve.save(state);
    // what depends on the clock is only there where the result does so too
    double spent = learn.timeLimit().isPresent() ? seconds(start) : 0;
    state.put(STANDING, new double[] {bestReward, misses, spent});
    store.save(state);
  }

  private void restore(Learner learner, Tensors state) {
    learner.restore(Parts.take(state, POLICY), Parts.take(state, TRAINING));
    curve.restore(state);
    double[] standing = state.doubles(STANDING);
    bestReward = standing[0];
    misses = (int) standing[1];
    secondsBefore = standing[2];
    best = bestReward > Double.NEGATIVE_INFINITY ? Parts.take(state, BEST) : null;
    curve.points().forEach(told);
  }
}
