package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Steps that single phases' taps moved: the wear of regulators. */
@Component(service = MetricFactory.class)
@PluginType("tap-moves")
@PluginHelp("steps of single phases of regulators")
public final class TapMoves extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("", Better.LOWER, TapMoves::of);
  }

  private static double of(StepView step) {
    return Feeders.sum(step, FeederView::tapMoves);
  }
}
