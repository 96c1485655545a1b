package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Bytes of messages sent, B. */
@Component(service = MetricFactory.class)
@PluginType("message-bytes")
@PluginHelp("bytes of messages sent")
public final class MessageBytes extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("B", Better.LOWER, StepView::bytes);
  }
}
