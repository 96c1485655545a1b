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

/**
 * Voltage unbalance factor of the worst three-phase bus, mean over the steps, in percent: the
 * negative over the positive sequence of its voltages, 100 · |V₂| / |V₁|. Service buses with supply
 * on all three phases are looked at; steps without one are left out.
 */
@Component(service = MetricFactory.class)
@PluginType("unbalance")
@PluginHelp("voltage unbalance of the worst bus, mean over steps")
public final class Unbalance extends PlainMetric {
  private static final double SIN_120 = Math.sqrt(3) / 2;

  @Override
  public Metric create(NoFields configuration) {
    return new Mean("%", Better.LOWER, Unbalance::of);
  }

  static double of(StepView step) {
    double worst = Double.NaN;
    for (int i = 0; i < step.feeders().size(); i++) {
      FeederView feeder = step.feeders().get(i);
      if (!feeder.blackout()) {
        worst = worst(feeder, worst);
      }
    }
    return 100 * Math.sqrt(worst);
  }

  /** The greatest square of the factor, another's included; NaN for none. */
  private static double worst(FeederView feeder, double other) {
    double[] re = feeder.solution().re();
    double[] im = feeder.solution().im();
    int[] nodes = feeder.network().serviceNodes();
    double worst = other;
    for (int k = 0; k + 2 < nodes.length; k++) {
      int a = nodes[k];
      if (a % 3 == 0 && nodes[k + 2] == a + 2 && supplied(re, im, a)) {
        double squared = negativeOverPositive(re, im, a);
        worst = squared > worst || Double.isNaN(worst) ? squared : worst;
      }
    }
    return worst;
  }

  private static boolean supplied(double[] re, double[] im, int a) {
    boolean all = true;
    for (int node = a; node < a + 3; node++) {
      all &= re[node] != 0 || im[node] != 0;
    }
    return all;
  }

  /** The square of |V₂| / |V₁|, of the voltages from a node of phase a on. */
  private static double negativeOverPositive(double[] re, double[] im, int a) {
    // 3 V₁ = Va + h Vb + h² Vc and 3 V₂ = Va + h² Vb + h Vc, h turning by 120 degrees: Vb and Vc
    // go into their sum and, turned by 90 degrees, their difference
    double meanRe = re[a] - (re[a + 1] + re[a + 2]) / 2;
    double meanIm = im[a] - (im[a + 1] + im[a + 2]) / 2;
    double turnedRe = -SIN_120 * (im[a + 1] - im[a + 2]);
    double turnedIm = SIN_120 * (re[a + 1] - re[a + 2]);
    double positive = square(meanRe + turnedRe) + square(meanIm + turnedIm);
    double negative = square(meanRe - turnedRe) + square(meanIm - turnedIm);
    return negative / positive;
  }

  private static double square(double x) {
    return x * x;
  }
}
