package powergrid.bench;

import java.util.List;
import powergrid.api.environment.Credit;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.Split;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerContext;
import powergrid.api.learning.Tensors;
import powergrid.api.metric.Metric;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;
import powergrid.testkit.learning.GameEnvironment;

/** Whatever the scenario, an {@link EchoGame}. */
final class EchoEnvironments implements EnvironmentFactory {
  /** A scenario, as one has to be given. */
  static final String SCENARIO =
      """
      name: echo
      clock: {start: "2023-07-01T00:00", step: 1h, steps: 1000}
      network: ieee13
      microgrids:
        - {id: MG1, devices: [{id: d1, type: echo, bus: "671"}]}
      """;

  @Override
  public Environment create(Scenario scenario) {
    return new GameEnvironment(new EchoGame());
  }

  @Override
  public Environment create(Scenario scenario, Split split) {
    return create(scenario);
  }

  @Override
  public List<Metric> metrics(Scenario scenario) {
    return List.of();
  }

  @Override
  public List<Mistake> check(Scenario scenario) {
    return List.of();
  }

  @Override
  public List<InstalledPlugin> uses(Scenario scenario) {
    return List.of();
  }

  @Override
  public Setting.Mapping complete(Scenario scenario) {
    return scenario.root();
  }

  @Override
  public VectorEnvironment vector(
      Scenario scenario, Split split, Credit credit, int copies, int threads) {
    throw new UnsupportedOperationException("one environment at a time");
  }

  @Override
  public Learner learner(Scenario scenario, LearnerContext context) {
    throw new UnsupportedOperationException("there is nothing to learn");
  }

  @Override
  public Actor actor(String learner, Tensors policy, Environment environment) {
    throw new UnsupportedOperationException("there is nothing to learn");
  }
}
