package powergrid.metrics;

import java.util.List;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;

/** Sums over the networks that have a solution. */
final class Feeders {
  static final double LEAST_VOLTAGE = 0.95;
  static final double GREATEST_VOLTAGE = 1.05;
  static final double TOLERANCE = 1e-6;

  private Feeders() {}

  /** A number about a network. */
  interface Figure {
    double of(FeederView feeder);
  }

  static double sum(StepView step, Figure figure) {
    List<? extends FeederView> feeders = step.feeders();
    double sum = 0;
    for (int i = 0; i < feeders.size(); i++) {
      FeederView feeder = feeders.get(i);
      if (!feeder.blackout()) {
        sum += figure.of(feeder);
      }
    }
    return sum;
  }
}
