package powergrid.api.environment;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerContext;
import powergrid.api.learning.Tensors;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;

/** Makes environments from scenarios. An OSGi service; thread-safe. */
@ProviderType
public interface EnvironmentFactory {
  /**
   * An environment, to be reset first.
   *
   * @param scenario what it simulates
   * @return a new environment; nothing is assembled yet
   */
  Environment create(Scenario scenario);

  /**
   * An environment whose episodes are drawn from some of the scenario's days.
   *
   * @param scenario what it simulates
   * @param split which days
   * @return a new environment; nothing is assembled yet
   */
  Environment create(Scenario scenario, Split split);

  /**
   * Copies of an environment.
   *
   * @param scenario what they simulate
   * @param split which days
   * @param credit what agents are rewarded for
   * @param copies how many
   * @param threads at most so many step them
   * @return new environments; nothing is assembled yet
   */
  VectorEnvironment vector(Scenario scenario, Split split, Credit credit, int copies, int threads);

  /**
   * Makes the learner of a scenario.
   *
   * @param scenario with {@code learn}, without mistakes
   * @param context what it learns in and from
   * @return a new learner
   */
  Learner learner(Scenario scenario, LearnerContext context);

  /**
   * Puts what was learnt to work.
   *
   * @param learner type of the learner plug-in that learnt it
   * @param policy what it learnt
   * @param environment that was reset
   * @return an actor
   * @throws IllegalArgumentException if no such learner is installed, or it was learnt with other
   *     agents, observations or actions, saying which
   */
  Actor actor(String learner, Tensors policy, Environment environment);

  /**
   * Checks a scenario against the plug-ins that are installed now.
   *
   * @param scenario to be checked
   * @return every mistake; empty if an environment can be assembled
   */
  List<Mistake> check(Scenario scenario);

  /**
   * The scenario with every default filled in, those of plug-ins included.
   *
   * @param scenario without mistakes
   * @return all its settings
   */
  Setting.Mapping complete(Scenario scenario);

  /**
   * The plug-ins that a scenario uses, metrics included.
   *
   * @param scenario without mistakes
   * @return each once
   */
  List<powergrid.api.plugin.InstalledPlugin> uses(Scenario scenario);

  /**
   * Makes the metrics of a scenario's experiment.
   *
   * @param scenario without mistakes
   * @return in order, each new
   */
  List<powergrid.api.metric.Metric> metrics(Scenario scenario);
}
