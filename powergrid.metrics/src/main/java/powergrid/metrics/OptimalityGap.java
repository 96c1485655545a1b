package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Level;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * What the devices' power cost more than the cheapest dispatch of the same total, USD, as the
 * package describes it.
 */
@Component(service = MetricFactory.class)
@PluginType("optimality-gap")
@PluginHelp("cost of the devices' power beyond the least for the same total, by their offers")
public final class OptimalityGap extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Gap();
  }

  private static final class Gap implements Metric {
    private LeastCost least = new LeastCost(0);
    private double usd;

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
      least = new LeastCost(start.agents().size());
      usd = 0;
    }

    @Override
    public void step(StepView step) {
      if (dark(step)) {
        return;
      }
      least.clear();
      double total = 0;
      double cost = 0;
      for (int i = 0; i < step.agents().size(); i++) {
        Flexibility offer = step.offered(i);
        if (step.agents().get(i).level() == Level.DEVICE
            && offer != null
            && offer.minMw() < offer.maxMw()) {
          double p = step.netMw(i);
          least.add(offer, p);
          total += p;
          cost += LeastCost.usdPerHour(offer, p);
        }
      }
      // what was done was possible: only rounding can make it cheaper than the cheapest
      usd += Math.max(0, cost - least.usdPerHour(total)) * step.hours();
    }

    private static boolean dark(StepView step) {
      for (int i = 0; i < step.feeders().size(); i++) {
        if (step.feeders().get(i).blackout()) {
          return true;
        }
      }
      return false;
    }

    @Override
    public double value() {
      return usd;
    }
  }
}
