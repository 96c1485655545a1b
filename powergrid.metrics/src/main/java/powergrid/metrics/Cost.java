package powergrid.metrics;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Cost of the episode, USD.
 *
 * @param agent whose, its children's included; that of all where there is none
 */
public record Cost(
    @Field(help = "Id of the agent whose cost it is; of all together if left out")
        Optional<String> agent) {
  private Metric metric() {
    return agent.isPresent()
        ? new OfAgent(agent.get())
        : new Total("USD", Better.LOWER, step -> Agents.sumAtTop(step, StepView::cost));
  }

  /** One agent's, who is looked for when an episode begins. */
  private static final class OfAgent implements Metric {
    private final String id;
    private int index;
    private double sum;

    OfAgent(String id) {
      this.id = id;
    }

    @Override
    public String unit() {
      return "USD";
    }

    @Override
    public Better better() {
      return Better.LOWER;
    }

    @Override
    public void reset(StepView start) {
      index = Agents.named(id, start.agents());
      sum = 0;
    }

    @Override
    public void step(StepView step) {
      sum += step.cost(index);
    }

    @Override
    public double value() {
      return sum;
    }
  }

  /** Makes it. */
  @Component(service = MetricFactory.class)
  @PluginType("cost")
  @PluginHelp("what one agent, or all of them, paid, children included")
  public static final class Factory implements MetricFactory<Cost> {
    @Override
    public Class<Cost> configType() {
      return Cost.class;
    }

    @Override
    public Metric create(Cost configuration) {
      return configuration.metric();
    }

    @Override
    public void check(Cost configuration, List<? extends Agent> agents) {
      configuration.agent().ifPresent(id -> Agents.named(id, agents));
    }
  }
}
