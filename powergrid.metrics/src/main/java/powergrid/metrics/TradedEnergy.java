package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Energy that agents sold each other by contracts, MWh, each contract counted once. */
@Component(service = MetricFactory.class)
@PluginType("traded-energy")
@PluginHelp("energy of the contracts that agents made")
public final class TradedEnergy extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("MWh", Better.NEITHER, step -> step.hours() * Contracts.mw(step));
  }
}
