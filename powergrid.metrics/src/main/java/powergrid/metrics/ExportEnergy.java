package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Energy fed back into the sources, MWh. */
@Component(service = MetricFactory.class)
@PluginType("export-energy")
@PluginHelp("energy fed back into the sources")
public final class ExportEnergy extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("MWh", Better.NEITHER, ExportEnergy::of);
  }

  private static double of(StepView step) {
    return step.hours() * Feeders.sum(step, feeder -> Math.max(0, -feeder.solution().sourceMw()));
  }
}
