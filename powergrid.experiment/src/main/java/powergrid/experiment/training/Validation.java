package powergrid.experiment.training;

import java.util.List;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.Split;
import powergrid.api.environment.Transition;
import powergrid.api.learning.Actor;
import powergrid.api.metric.Metric;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.Scenario;

/** Tries what was learnt, always on the same days with the same draws. */
public final class Validation {
  private final EnvironmentFactory environments;
  private final Scenario scenario;
  private final int episodes;
  private final long seed;

  /**
   * What came of a trial, a mean over its episodes.
   *
   * @param reward what all agents together are rewarded with
   * @param metric the scenario's first metric; NaN where it has none
   */
  public record Trial(double reward, double metric) {}

  /**
   * Validation.
   *
   * @param environments to try in
   * @param scenario to try
   * @param episodes of a trial
   * @param seed of the run
   */
  public Validation(EnvironmentFactory environments, Scenario scenario, int episodes, long seed) {
    this.environments = environments;
    this.scenario = scenario;
    this.episodes = episodes;
    this.seed = seed(seed);
  }

  /**
   * Which days trials are of.
   *
   * @param scenario that is tried
   * @return validation days where the scenario sets some apart
   */
  public static Split split(Scenario scenario) {
    boolean apart = scenario.split().map(split -> split.validation() > 0).orElse(false);
    return apart ? Split.VALIDATION : scenario.split().isPresent() ? Split.TRAIN : Split.ALL;
  }

  /**
   * The seed of a run's trials.
   *
   * @param run the run's own seed
   */
  public static long seed(long run) {
    return new RandomStream(run).derive("validation");
  }

  /**
   * Has agents who learn be driven by what they learnt.
   *
   * @param actor what they learnt
   */
  Trial of(Actor actor) {
    return trial(
        (environment, seen, actions) -> {
          actor.act(environment, seen, actions);
          return environment.step(actions);
        });
  }

  /** Has agents be driven by the scenario's policies alone; others hold. */
  public Trial ofPolicies() {
    return trial((environment, seen, actions) -> environment.step(environment.heldActions()));
  }

  private interface Driver {
    Transition step(Environment environment, Transition seen, float[] actions);
  }

  private Trial trial(Driver driver) {
    double rewards = 0;
    double values = 0;
    List<Metric> metrics = environments.metrics(scenario).stream().limit(1).toList();
    try (Environment environment = environments.create(scenario, split(scenario))) {
      for (int episode = 0; episode < episodes; episode++) {
        Transition seen = episode == 0 ? environment.reset(seed) : environment.reset();
        float[] actions = environment.heldActions().clone();
        metrics.forEach(metric -> metric.reset(environment.view()));
        while (seen.live()) {
          seen = driver.step(environment, seen, actions);
          metrics.forEach(metric -> metric.step(environment.view()));
          for (float reward : seen.rewards()) {
            rewards += reward;
          }
        }
        values += metrics.isEmpty() ? Double.NaN : metrics.get(0).value();
      }
    }
    return new Trial(rewards / episodes, values / episodes);
  }
}
