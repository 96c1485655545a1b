package powergrid.gateway;

import powergrid.api.environment.StepView;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;

/** Makes metrics that fail. */
final class Broken implements MetricFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Metric create(NoFields configuration) {
    return new Metric() {
      @Override
      public String unit() {
        return "";
      }

      @Override
      public void reset(StepView start) {
        // It has nothing to forget.
      }

      @Override
      public void step(StepView step) {
        throw new IllegalStateException("out of order");
      }

      @Override
      public double value() {
        return 0;
      }
    };
  }
}
