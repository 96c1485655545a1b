package powergrid.metrics;

import java.util.function.ToDoubleFunction;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;

/** A metric that adds up something of every step. */
final class Total implements Metric {
  private final String unit;
  private final Better better;
  private final ToDoubleFunction<StepView> ofStep;
  private double sum;

  /**
   * Makes it.
   *
   * @param unit of the sum
   * @param better which values are better
   * @param ofStep what a step adds
   */
  Total(String unit, Better better, ToDoubleFunction<StepView> ofStep) {
    this.unit = unit;
    this.better = better;
    this.ofStep = ofStep;
  }

  @Override
  public String unit() {
    return unit;
  }

  @Override
  public Better better() {
    return better;
  }

  @Override
  public void reset(StepView start) {
    sum = 0;
  }

  @Override
  public void step(StepView step) {
    sum += ofStep.applyAsDouble(step);
  }

  @Override
  public double value() {
    return sum;
  }
}
