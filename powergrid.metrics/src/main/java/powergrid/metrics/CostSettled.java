package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Cost of the episode with stored energy settled, USD: what batteries could deliver more at the end
 * than at the start ({@code storage.deliverableMwh}, losses of discharging taken off) is worth the
 * mean price of the episode, what they could deliver less is owed. Comparable between variants that
 * end at different states of charge.
 *
 * @param price name of the series of prices
 */
public record CostSettled(
    @Field(value = "price", help = "Series whose mean values the stored energy, USD/MWh")
        String price) {
  private static final String DELIVERABLE = "storage.deliverableMwh";

  /** Makes it. */
  @Component(service = MetricFactory.class)
  @PluginType("cost-settled")
  @PluginHelp("cost with the change of stored energy settled at the mean price")
  public static final class Factory implements MetricFactory<CostSettled> {
    @Override
    public Class<CostSettled> configType() {
      return CostSettled.class;
    }

    @Override
    public Metric create(CostSettled configuration) {
      return new Settling(configuration.price());
    }
  }

  private static final class Settling implements Metric {
    private final String series;
    private double cost;
    private double prices;
    private int steps;
    private double startMwh;
    private double endMwh;

    Settling(String series) {
      this.series = series;
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
      cost = 0;
      prices = 0;
      steps = 0;
      startMwh = deliverable(start);
      endMwh = startMwh;
    }

    @Override
    public void step(StepView step) {
      cost += Agents.sumAtTop(step, StepView::cost);
      prices += step.series(series);
      steps++;
      endMwh = deliverable(step);
    }

    @Override
    public double value() {
      return steps == 0 ? 0 : cost - (endMwh - startMwh) * prices / steps;
    }

    private static double deliverable(StepView step) {
      double sum = 0;
      for (int i = 0; i < step.agents().size(); i++) {
        double mwh = step.state(i, DELIVERABLE);
        sum += Double.isNaN(mwh) ? 0 : mwh;
      }
      return sum;
    }
  }
}
