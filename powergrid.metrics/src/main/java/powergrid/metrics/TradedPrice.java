package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Mean price of the energy that agents sold each other by contracts, without fees, USD/MWh; NaN
 * where they sold none.
 */
@Component(service = MetricFactory.class)
@PluginType("traded-price")
@PluginHelp("mean price of the energy that agents sold each other")
public final class TradedPrice extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Ratio(
        "USD/MWh",
        Better.NEITHER,
        Double.NaN,
        step -> step.hours() * Contracts.usdPerHour(step),
        step -> step.hours() * Contracts.mw(step));
  }
}
