package powergrid.metrics;

import java.util.function.ToDoubleFunction;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;

/** A metric that is the sum of one thing over all steps by the sum of another. */
final class Ratio implements Metric {
  private final String unit;
  private final Better better;
  private final double ofNothing;
  private final ToDoubleFunction<StepView> above;
  private final ToDoubleFunction<StepView> below;
  private double dividend;
  private double divisor;

  /**
   * Makes it.
   *
   * @param unit of the value
   * @param better which values are better
   * @param ofNothing the value where there is nothing to divide by
   * @param above what a step adds to what is divided
   * @param below what a step adds to what it is divided by
   */
  Ratio(
      String unit,
      Better better,
      double ofNothing,
      ToDoubleFunction<StepView> above,
      ToDoubleFunction<StepView> below) {
    this.unit = unit;
    this.better = better;
    this.ofNothing = ofNothing;
    this.above = above;
    this.below = below;
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
    dividend = 0;
    divisor = 0;
  }

  @Override
  public void step(StepView step) {
    dividend += above.applyAsDouble(step);
    divisor += below.applyAsDouble(step);
  }

  @Override
  public double value() {
    return divisor == 0 ? ofNothing : dividend / divisor;
  }
}
