package powergrid.testkit.contract;

import java.util.function.DoublePredicate;
import powergrid.api.agent.Flexibility;
import powergrid.api.random.RandomStream;
import powergrid.testkit.DeviceHarness;

/** That a power within the offer, asked for, is intended and injected. */
final class Requests {
  private static final double TOLERANCE = 1e-9;

  private final Trial trial;
  private final DoublePredicate runsAt;
  private final RandomStream random = new RandomStream(41);

  Requests(Trial trial, DoublePredicate runsAt) {
    this.trial = trial;
    this.runsAt = runsAt;
  }

  /** Every other step is a random one, so that requests come in all states. */
  void check(int steps) {
    for (int i = 0; i < steps; i += 2) {
      trial.decide();
      trial.step();
      request();
    }
  }

  /** What no action in MW dispatches need not say what its actions stand for. */
  private boolean intendsNone(double intended) {
    return Double.isNaN(intended) && !Declarations.dispatched(trial.device.actions());
  }

  private void request() {
    DeviceHarness device = trial.device;
    Flexibility offer = device.offer();
    double least = offer.minMw();
    double greatest = offer.maxMw();
    double share = Math.max(0, Math.min(1, 1.4 * random.nextDouble() - 0.2));
    double asked = share == 1 ? greatest : least + share * (greatest - least);
    device.request(asked);
    double intended = device.intendedMw();
    trial.step();
    String numbers =
        String.format(
            "asked for %s MW of %s to %s, intends %s and injects %s",
            asked, least, greatest, intended, device.pMw());
    if (!(Math.abs(intended - device.pMw()) <= TOLERANCE) && !intendsNone(intended)) {
      throw trial.failure(
          numbers, "what a device intends is what it injects, where all series are known");
    }
    if (runsAt.test(asked) && !(Math.abs(device.pMw() - asked) <= TOLERANCE)) {
      throw trial.failure(
          numbers,
          "a power within the offer is met, unless the contract's runsAt says that the device"
              + " cannot run there");
    }
  }
}
