package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.metrics.Clamped;
import powergrid.metrics.Curtailment;
import powergrid.metrics.CurtailmentRate;
import powergrid.metrics.LoadBalance;
import powergrid.metrics.MessagesLost;
import powergrid.metrics.OptimalityGap;
import powergrid.metrics.Overload;
import powergrid.metrics.Overridden;
import powergrid.metrics.PeakUnbalance;
import powergrid.metrics.ReversePower;
import powergrid.metrics.TradedEnergy;
import powergrid.metrics.TradedPrice;
import powergrid.metrics.Unbalance;
import powergrid.metrics.Unrealised;
import powergrid.metrics.VoltageSeverity;

/** Metrics take in a step without allocating anything. */
class MetricsAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final List<MetricFactory<NoFields>> FACTORIES =
      List.of(
          new Clamped(),
          new Curtailment(),
          new CurtailmentRate(),
          new LoadBalance(),
          new MessagesLost(),
          new OptimalityGap(),
          new Overload(),
          new Overridden(),
          new PeakUnbalance(),
          new ReversePower(),
          new TradedEnergy(),
          new TradedPrice(),
          new Unbalance(),
          new Unrealised(),
          new VoltageSeverity());

  @Test
  void aStepOfEveryMetricAllocatesNothing() {
    Metric[] metrics =
        FACTORIES.stream().map(factory -> factory.create(new NoFields())).toArray(Metric[]::new);
    try (Environment e = new TestWorkbench().oneMicrogrid("setpoint")) {
      long least = Long.MAX_VALUE;
      for (int episode = 0; episode < 50; episode++) {
        Transition t = e.reset(episode);
        float[] actions = e.heldActions().clone();
        for (Metric metric : metrics) {
          metric.reset(e.view());
        }
        long sum = 0;
        while (t.live()) {
          t = e.step(actions);
          long before = THREADS.getCurrentThreadAllocatedBytes();
          for (Metric metric : metrics) {
            metric.step(e.view());
          }
          sum += THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        least = Math.min(least, sum);
      }
      assertEquals(0, least, "bytes in an episode");
    }
    int unbalance = FACTORIES.stream().map(Object::getClass).toList().indexOf(Unbalance.class);
    assertTrue(metrics[unbalance].value() > 0, "the feeder is unbalanced");
  }
}
