package powergrid.baselines.clairvoyant;

import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;

/** What a bound takes for granted of every step. */
final class Premise {
  private Premise() {}

  static boolean covers(StepView step) {
    for (FeederView feeder : step.feeders()) {
      if (!Voltages.within(feeder)) {
        return false;
      }
    }
    return true;
  }
}
