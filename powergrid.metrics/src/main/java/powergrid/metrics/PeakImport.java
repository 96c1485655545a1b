package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Greatest mean power of a step drawn from all sources together, MW. */
@Component(service = MetricFactory.class)
@PluginType("peak-import")
@PluginHelp("greatest power drawn from the sources")
public final class PeakImport extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Greatest("MW", Better.LOWER, PeakImport::of);
  }

  private static double of(StepView step) {
    return Feeders.sum(step, feeder -> feeder.solution().sourceMw());
  }
}
