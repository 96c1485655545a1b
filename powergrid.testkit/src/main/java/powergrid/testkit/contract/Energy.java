package powergrid.testkit.contract;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import powergrid.api.space.Axis;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/** That state and bookings follow from what flowed, close their balance, and rest in a blackout. */
final class Energy {
  private static final double ROUNDING = 1e-12;
  private static final double CLOSED_MWH = 1e-9;

  private final Predicate<String> followsPower;

  Energy(Predicate<String> followsPower) {
    this.followsPower = followsPower;
  }

  /** Has a second device do something else, and settles it with what flowed at the first. */
  void checkRealised(Trial trial, DeviceHarness other, int steps) {
    RandomActions others = new RandomActions(23);
    other.realise(flow -> flow.sameAs(trial.device.booked()));
    for (int i = 0; i < steps; i++) {
      trial.decide();
      other.continueFrom(trial.device);
      others.differ(other);
      trial.step();
      other.step();
      String difference = difference(trial.device, other);
      if (!difference.isEmpty()) {
        throw trial.failure(
            String.format(
                "settled with %s MW, %s after injecting %s MW and after injecting %s MW",
                trial.device.booked().pMw(), difference, trial.device.pMw(), other.pMw()),
            "state and bookings follow from the realised power, not from what was asked or injected");
      }
    }
  }

  /** Two devices in the same state and blackout, asked for the least and for the greatest. */
  void checkBlackout(Trial trial, DeviceHarness low, DeviceHarness high, Balance balance, int n) {
    UnaryOperator<FakeSettlement> black = FakeSettlement::black;
    low.realise(black);
    high.realise(black);
    Readings before = new Readings(low);
    Readings after = new Readings(low);
    for (int i = 0; i < n; i++) {
      trial.decide();
      trial.step();
      low.continueFrom(trial.device);
      high.continueFrom(trial.device);
      before.take(trial.taken());
      toEnd(low, false);
      toEnd(high, true);
      low.step();
      high.step();
      after.take(trial.taken());
      String rule =
          "nothing flows in a blackout, so no energy moves and nothing is paid for it, whatever is"
              + " asked";
      String difference = difference(low, high);
      if (!difference.isEmpty()) {
        throw trial.failure(
            String.format(
                "in a blackout after it, %s after injecting %s MW and after injecting %s MW",
                difference, low.pMw(), high.pMw()),
            rule);
      }
      double missing = balance == null ? 0 : balance.missingMwh(before, low.booked(), after);
      if (!(Math.abs(missing) <= CLOSED_MWH)) {
        throw trial.failure("in a blackout after it, " + missing + " MWh appear", rule);
      }
    }
  }

  private static void toEnd(DeviceHarness device, boolean high) {
    for (int i = 0; i < device.actions().values().length; i++) {
      Axis axis = device.actions().space().axis(i);
      if (axis.continuous()) {
        device.actions().values()[i] = high ? axis.high() : axis.low();
      }
    }
  }

  private String difference(DeviceHarness one, DeviceHarness other) {
    double[] first = one.state().values();
    double[] second = other.state().values();
    for (int i = 0; i < first.length; i++) {
      String name = one.state().space().axis(i).name();
      double allowed = ROUNDING * Math.max(1, Math.abs(first[i]));
      if (!(Math.abs(first[i] - second[i]) <= allowed) && followsPower.test(name)) {
        return name + " becomes " + first[i] + " and " + second[i];
      }
    }
    return booked(one.booked(), other.booked());
  }

  /** What is booked follows from the flow as state does. */
  private String booked(FakeSettlement one, FakeSettlement other) {
    String difference = booked("economics.costUsd", one.costUsd(), other.costUsd());
    if (difference.isEmpty()) {
      difference = booked("violation", one.severity(), other.severity());
    }
    return difference.isEmpty()
        ? booked("curtailedMwh", one.curtailedMwh(), other.curtailedMwh())
        : difference;
  }

  private String booked(String name, double one, double other) {
    boolean same = Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(one));
    return same || !followsPower.test(name) ? "" : name + " is booked as " + one + " and " + other;
  }

  /** Sums up what is missing in the balance of an episode. */
  static void checkBalance(Trial trial, Balance balance, int steps) {
    Readings before = new Readings(trial.device);
    Readings after = new Readings(trial.device);
    double missing = 0;
    for (int i = 0; i < steps; i++) {
      before.take(i);
      trial.decide();
      trial.step();
      after.take(i);
      double now = balance.missingMwh(before, trial.device.booked(), after);
      missing += now;
      if (!(Math.abs(missing) <= CLOSED_MWH)) {
        throw trial.failure(
            String.format(
                "%s MWh are missing in all, %s of them in this step of %s MW",
                missing, now, trial.device.booked().pMw()),
            "the energy balance closes to " + CLOSED_MWH + " MWh over an episode");
      }
    }
  }
}
