package powergrid.api.metric;

import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.environment.StepView;

/** One number about an episode. Belongs to one environment. */
@ConsumerType
public interface Metric {
  /**
   * The unit of its value.
   *
   * @return as written, e.g. {@code MWh}; empty for a pure number
   */
  String unit();

  /**
   * Which of its values are better, for comparisons of variants.
   *
   * @return always the same
   */
  default Better better() {
    return Better.NEITHER;
  }

  /**
   * Starts an episode.
   *
   * @param start the state before the first step
   */
  void reset(StepView start);

  /**
   * Takes in a step. Allocates nothing.
   *
   * @param step what happened
   */
  void step(StepView step);

  /**
   * The value for the episode so far.
   *
   * @return in its unit
   */
  double value();
}
