package powergrid.metrics;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.network.Source;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Hours in which power flowed back: from a network into the grid that supplies it, its sources
 * together but for grid-forming devices, or from a microgrid through its tie. Each network and each
 * tie counts its own hours. Less than a watt is no flow.
 */
@Component(service = MetricFactory.class)
@PluginType("reverse-power")
@PluginHelp("hours in which power flows back into a source or through a tie")
public final class ReversePower extends PlainMetric {
  private static final double LEAST_MW = 1e-6;

  @Override
  public Metric create(NoFields configuration) {
    return new Total("h", Better.LOWER, ReversePower::of);
  }

  private static double of(StepView step) {
    double places = Feeders.sum(step, ReversePower::backIntoSources);
    for (int i = 0; i < step.agents().size(); i++) {
      places += step.tieMw(i) < -LEAST_MW ? 1 : 0;
    }
    return step.hours() * places;
  }

  private static double backIntoSources(FeederView feeder) {
    List<Source> sources = feeder.network().sources();
    double supplied = 0;
    for (int s = 0; s < sources.size(); s++) { // an iterator would be an allocation
      supplied += sources.get(s).gridForming() ? 0 : feeder.solution().sourceMw(s);
    }
    return supplied < -LEAST_MW ? 1 : 0;
  }
}
