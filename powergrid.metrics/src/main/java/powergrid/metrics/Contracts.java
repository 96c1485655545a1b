package powergrid.metrics;

import java.util.List;
import powergrid.api.environment.Contract;
import powergrid.api.environment.StepView;

/** Sums over the contracts of a step. */
final class Contracts {
  private Contracts() {}

  /** Power sold, MW. */
  static double mw(StepView step) {
    List<Contract> contracts = step.contracts();
    double sum = 0;
    for (int i = 0; i < contracts.size(); i++) { // an iterator would be an allocation
      sum += contracts.get(i).mw();
    }
    return sum;
  }

  /** What buyers pay sellers, USD an hour. */
  static double usdPerHour(StepView step) {
    List<Contract> contracts = step.contracts();
    double sum = 0;
    for (int i = 0; i < contracts.size(); i++) { // an iterator would be an allocation
      sum += contracts.get(i).mw() * contracts.get(i).usdPerMwh();
    }
    return sum;
  }
}
