package powergrid.experiment.training;

import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.Split;
import powergrid.api.environment.Transition;
import powergrid.api.learning.Actor;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.Scenario;

/** Tries what was learnt, always on the same days with the same draws. */
final class Validation {
  private final EnvironmentFactory environments;
  private final Scenario scenario;
  private final int episodes;
  private final long seed;

  Validation(EnvironmentFactory environments, Scenario scenario, int episodes, long seed) {
    this.environments = environments;
    this.scenario = scenario;
    this.episodes = episodes;
    this.seed = new RandomStream(seed).derive("validation");
  }

  /** The mean over its episodes of what all agents together are rewarded with. */
  double of(Actor actor) {
    boolean apart = scenario.split().map(split -> split.validation() > 0).orElse(false);
    Split split = apart ? Split.VALIDATION : scenario.split().isPresent() ? Split.TRAIN : Split.ALL;
    double sum = 0;
    try (Environment environment = environments.create(scenario, split)) {
      for (int episode = 0; episode < episodes; episode++) {
        Transition seen = episode == 0 ? environment.reset(seed) : environment.reset();
        float[] actions = environment.heldActions().clone();
        while (seen.live()) {
          actor.act(environment, seen, actions);
          seen = environment.step(actions);
          for (float reward : seen.rewards()) {
            sum += reward;
          }
        }
      }
    }
    return sum / episodes;
  }
}
