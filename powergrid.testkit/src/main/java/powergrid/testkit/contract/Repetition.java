package powergrid.testkit.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/** That a device does the same again, to the bit: elsewhere, restored, and in another episode. */
final class Repetition {
  private static final long SEED = 7;
  private static final int WINDOW = 50;

  private final Supplier<DeviceHarness> devices;

  Repetition(Supplier<DeviceHarness> devices) {
    this.devices = devices;
  }

  private Trial trial(long seed) {
    return new Trial(devices.get().seed(seed).start(), seed, true);
  }

  void checkDeterminism(int steps) {
    together(
        trial(SEED),
        trial(SEED),
        steps,
        "two devices of one seed do the same; draw from context.random() alone, and in reset");
  }

  void checkRestore(int steps) {
    Trial original = trial(SEED);
    Trial used = trial(SEED + 1);
    for (int i = 0; i < steps; i += WINDOW) {
      boolean fresh = i / WINDOW % 2 == 0;
      Trial restored = fresh ? trial(SEED + 2) : used;
      restored.device.continueFrom(original.device);
      original.follow(i, true);
      restored.follow(i, true);
      together(
          original,
          restored,
          WINDOW,
          "a device restored from actions, state and stream goes on the same; what lasts longer"
              + " than a step must be a declared variable");
      used.follow(i + SEED, true);
      for (int k = 0; k < WINDOW; k++) {
        used.decide();
        used.step();
      }
    }
  }

  /** Two episodes of one device, the same seed in both. */
  void checkRestart(int steps) {
    Trial trial = trial(SEED);
    List<String> first = episode(trial, steps);
    trial.device.seed(SEED).start();
    trial.follow(SEED, true);
    List<String> second = episode(trial, steps);
    for (int i = 0; i < first.size(); i++) {
      if (!first.get(i).equals(second.get(i))) {
        throw new AssertionError(
            String.format(
                "step %d: %s in the first episode, %s in the second. Rule: an episode does not"
                    + " depend on those before it; reset() puts back what is no declared variable.",
                i, first.get(i), second.get(i)));
      }
    }
  }

  private static List<String> episode(Trial trial, int steps) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      told.add(Arrays.toString(trial.device.state().values()) + " " + offered(trial.device));
      trial.decide();
      trial.step();
      told.set(i, told.get(i) + " " + booked(trial.device));
    }
    return told;
  }

  /**
   * Two devices over the same steps: other actions, other flows, one of them never asked for an
   * offer.
   */
  void checkDraws(int steps) {
    Trial one = new Trial(devices.get().seed(SEED).start(), SEED, true);
    Trial other = new Trial(devices.get().seed(SEED).start(), SEED + 1, true);
    for (int i = 0; i < steps; i++) {
      if (one.device.random().state() != other.device.random().state()) {
        throw one.failure(
            "drew another number of times than one of other actions and flows that makes no offers",
            "draws are as many in every step whatever the actions and the state are, and"
                + " whether a protocol asks or not, so that all variants of a comparison share them");
      }
      one.device.offer();
      one.device.intendedMw();
      one.decide();
      one.step();
      other.decide();
      other.step();
    }
  }

  private static void together(Trial one, Trial other, int steps, String rule) {
    for (int i = 0; i < steps; i++) {
      same(one, other, offered(one.device), offered(other.device), rule);
      one.decide();
      other.decide();
      one.step();
      other.step();
      same(one, other, booked(one.device), booked(other.device), rule);
    }
  }

  private static void same(Trial one, Trial other, String first, String second, String rule) {
    String difference = difference(one.device.actions(), other.device.actions());
    if (difference.isEmpty()) {
      difference = difference(one.device.state(), other.device.state());
    }
    if (difference.isEmpty() && !first.equals(second)) {
      difference = first + " once and " + second + " again";
    }
    if (!difference.isEmpty()) {
      throw one.failure(difference, rule);
    }
  }

  private static String difference(Variables one, Variables other) {
    for (int i = 0; i < one.values().length; i++) {
      double first = one.values()[i];
      double second = other.values()[i];
      if (Double.doubleToLongBits(first) != Double.doubleToLongBits(second)) {
        return one.space().axis(i).name() + " is " + first + " and " + second;
      }
    }
    return Arrays.equals(one.forbidden(), other.forbidden()) ? "" : "other choices are closed";
  }

  private static String offered(DeviceHarness device) {
    Flexibility offer = device.offer();
    return "offers "
        + offer.minMw()
        + " to "
        + offer.maxMw()
        + " MW at "
        + offer.buy()
        + ", "
        + offer.sell()
        + ", "
        + offer.curve();
  }

  private static String booked(DeviceHarness device) {
    FakeSettlement book = device.booked();
    return "injects "
        + device.pMw()
        + " MW, "
        + device.qMvar()
        + " MVAr, books "
        + book.costUsd()
        + " USD, "
        + book.severity()
        + " of violation, "
        + book.curtailedMwh()
        + " MWh curtailed";
  }
}
