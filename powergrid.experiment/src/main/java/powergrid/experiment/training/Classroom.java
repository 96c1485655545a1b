package powergrid.experiment.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import powergrid.api.agent.Agent;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.Split;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.learning.LearnerContext;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.LearnSetting;
import powergrid.api.scenario.Scenario;

/** What a learner of a scenario is given. */
final class Classroom implements LearnerContext, AutoCloseable {
  private final EnvironmentFactory environments;
  private final Scenario scenario;
  private final LearnSetting learn;
  private final RandomStream root;
  private final RandomStream random;
  private final Workers workers;
  private final List<VectorEnvironment> open = new ArrayList<>();

  Classroom(
      EnvironmentFactory environments,
      Scenario scenario,
      LearnSetting learn,
      long seed,
      int threads) {
    this.environments = environments;
    this.scenario = scenario;
    this.learn = learn;
    root = new RandomStream(seed);
    random = root.split("learner");
    workers = new Workers(threads);
  }

  @Override
  public VectorEnvironment environment(int copies) {
    Split split = scenario.split().isPresent() ? Split.TRAIN : Split.ALL;
    VectorEnvironment environment =
        environments.vector(scenario, split, learn.credit(), copies, workers.threads());
    open.add(environment);
    // other draws than those that are reported on, also where the days are the same
    environment.reset(root.derive("training"));
    return environment;
  }

  @Override
  public long steps() {
    return learn.steps();
  }

  @Override
  public RandomStream random() {
    return random;
  }

  @Override
  public void parallel(int tasks, IntConsumer task) {
    workers.run(tasks, task);
  }

  /** Whom the learner drives; none if it never asked for an environment. */
  List<? extends Agent> agents() {
    return open.isEmpty() ? List.of() : open.get(0).possibleAgents();
  }

  @Override
  public void close() {
    open.forEach(VectorEnvironment::close);
    workers.close();
  }
}
