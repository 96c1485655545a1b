package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Messages that were sent and never arrive, one an addressee. */
@Component(service = MetricFactory.class)
@PluginType("messages-lost")
@PluginHelp("messages sent that never arrive, one an addressee")
public final class MessagesLost extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("", Better.LOWER, StepView::messagesLost);
  }
}
