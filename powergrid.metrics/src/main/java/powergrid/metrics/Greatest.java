package powergrid.metrics;

import java.util.function.ToDoubleFunction;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;

/** A metric that is the greatest value of any step, 0 before the first. */
final class Greatest implements Metric {
  private final String unit;
  private final Better better;
  private final ToDoubleFunction<StepView> ofStep;
  private double greatest;
  private boolean any;

  /**
   * Makes it.
   *
   * @param unit of the value
   * @param better which values are better
   * @param ofStep a step's value
   */
  Greatest(String unit, Better better, ToDoubleFunction<StepView> ofStep) {
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
    greatest = 0;
    any = false;
  }

  @Override
  public void step(StepView step) {
    double value = ofStep.applyAsDouble(step);
    if (!any || value > greatest) {
      greatest = value;
      any = true;
    }
  }

  @Override
  public double value() {
    return greatest;
  }
}
