package powergrid.metrics;

import java.util.function.ToDoubleFunction;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;

/** A metric that is the mean over the steps that have a value, 0 where none has. */
final class Mean implements Metric {
  private final String unit;
  private final Better better;
  private final ToDoubleFunction<StepView> ofStep;
  private double sum;
  private int steps;

  /**
   * Makes it.
   *
   * @param unit of the value
   * @param better which values are better
   * @param ofStep a step's value; NaN for none
   */
  Mean(String unit, Better better, ToDoubleFunction<StepView> ofStep) {
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
    steps = 0;
  }

  @Override
  public void step(StepView step) {
    double value = ofStep.applyAsDouble(step);
    if (!Double.isNaN(value)) {
      sum += value;
      steps++;
    }
  }

  @Override
  public double value() {
    return steps == 0 ? 0 : sum / steps;
  }
}
