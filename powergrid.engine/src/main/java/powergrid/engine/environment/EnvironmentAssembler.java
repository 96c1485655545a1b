package powergrid.engine.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
import powergrid.api.powerflow.ControlLoops;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.api.scenario.LearnSetting;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.Setting;
import powergrid.engine.assembly.Assembler;
import powergrid.engine.assembly.Completion;
import powergrid.engine.catalog.PluginRegistry;
import powergrid.engine.catalog.Provider;
import powergrid.engine.catalog.ServiceCatalog;
import powergrid.engine.world.World;

/** Makes environments from the plug-ins of the service registry. */
@Component
public final class EnvironmentAssembler implements EnvironmentFactory {
  private final PluginRegistry registry;
  private final ConfigurationBinder binder;
  private final ControlLoops loops;

  /**
   * Wired by Declarative Services.
   *
   * @param catalog of plug-ins
   * @param binder of configurations
   * @param loops put controls around solvers
   */
  @Activate
  public EnvironmentAssembler(
      @Reference ServiceCatalog catalog,
      @Reference ConfigurationBinder binder,
      @Reference ControlLoops loops) {
    this(catalog.registry(), binder, loops);
  }

  private EnvironmentAssembler(
      PluginRegistry registry, ConfigurationBinder binder, ControlLoops loops) {
    this.registry = registry;
    this.binder = binder;
    this.loops = loops;
  }

  /**
   * Wired by hand, without a framework. Not a constructor: Declarative Services finds its own by
   * the number of arguments alone.
   *
   * @param registry of plug-ins
   * @param binder of configurations
   * @param loops put controls around solvers
   * @return makes environments of these plug-ins
   */
  public static EnvironmentAssembler of(
      PluginRegistry registry, ConfigurationBinder binder, ControlLoops loops) {
    return new EnvironmentAssembler(registry, binder, loops);
  }

  @Override
  public Environment create(Scenario scenario) {
    return create(scenario, Split.ALL);
  }

  @Override
  public Environment create(Scenario scenario, Split split) {
    return copy(scenario, split, 0);
  }

  private WorkbenchEnvironment copy(Scenario scenario, Split split, int number) {
    return new WorkbenchEnvironment(scenario, registry, binder, loops, split, number);
  }

  @Override
  public VectorEnvironment vector(
      Scenario scenario, Split split, Credit credit, int copies, int threads) {
    WorkbenchEnvironment[] environments = new WorkbenchEnvironment[copies];
    Arrays.setAll(environments, number -> copy(scenario, split, number));
    return new Copies(environments, credit, threads);
  }

  @Override
  public List<Mistake> check(Scenario scenario) {
    List<Mistake> mistakes = new ArrayList<>();
    Optional<World> world = Optional.empty();
    try {
      world = Optional.of(Assembler.assemble(scenario, Split.ALL, registry, binder, loops).world());
      if (scenario.learn().isPresent() && world.get().outside().possible().isEmpty()) {
        mistakes.add(
            new Mistake(
                scenario.learn().get().learner().place(),
                "nobody is left to learn: every agent that decides has a policy; leave one out, or"
                    + " write learn: none"));
      }
    } catch (ScenarioException e) {
      mistakes.addAll(e.mistakes());
    }
    try {
      Assembler.metrics(scenario, world, registry, binder);
    } catch (ScenarioException e) {
      mistakes.addAll(e.mistakes());
    }
    try {
      if (scenario.learn().isPresent()) {
        Assembler.check(scenario.learn().get(), world, registry, binder);
      }
    } catch (ScenarioException e) {
      mistakes.addAll(e.mistakes());
    }
    return mistakes;
  }

  @Override
  public Setting.Mapping complete(Scenario scenario) {
    return Completion.complete(scenario, registry, binder);
  }

  @Override
  public List<InstalledPlugin> uses(Scenario scenario) {
    Set<Provider> used = new LinkedHashSet<>();
    used.addAll(Assembler.assemble(scenario, Split.ALL, registry, binder, loops).used());
    used.addAll(Assembler.metrics(scenario, Optional.empty(), registry, binder).used());
    scenario
        .learn()
        .ifPresent(
            learn -> used.addAll(Assembler.check(learn, Optional.empty(), registry, binder)));
    return used.stream().map(p -> p.describe("")).toList();
  }

  @Override
  public List<Metric> metrics(Scenario scenario) {
    return Assembler.metrics(scenario, Optional.empty(), registry, binder).metrics();
  }

  @Override
  public Learner learner(Scenario scenario, LearnerContext context) {
    return Assembler.learner(learn(scenario), context, registry, binder);
  }

  @Override
  public Actor actor(String learner, Tensors policy, Environment environment) {
    return Assembler.actor(
        learner, policy, environment.possibleAgents(), environment.stateSpace(), registry, binder);
  }

  private static LearnSetting learn(Scenario scenario) {
    return scenario
        .learn()
        .orElseThrow(() -> new IllegalArgumentException(scenario.name() + " has no learn"));
  }
}
