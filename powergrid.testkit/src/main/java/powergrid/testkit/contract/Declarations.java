package powergrid.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import powergrid.api.agent.Variables;
import powergrid.api.space.Axis;

/** What a device declares: units, bounds, and by which action it is dispatched. */
final class Declarations {
  private static final Set<String> DISPATCHED = Set.of("p", "pLimit", "consumption");

  private Declarations() {}

  static void checkUnits(Variables... all) {
    List<String> wrong = new ArrayList<>();
    for (Variables variables : all) {
      for (Axis axis : variables.space().axes()) {
        String complaint = Units.wrong(axis.name(), axis.unit());
        if (!complaint.isEmpty()) {
          wrong.add(complaint);
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          String.join("; ", wrong) + ". Rule: a unit is known, and agrees with its name.");
    }
  }

  /** What meters the source may schedule a power of its own. */
  static void checkAxis(Variables actions, boolean metersSource) {
    List<String> found = new ArrayList<>();
    for (Axis axis : actions.space().axes()) {
      boolean named = DISPATCHED.contains(axis.name());
      boolean power = isPower(axis) && (named || !metersSource);
      if (power != named) {
        throw new AssertionError(
            String.format(
                "the action %s is %s in '%s'. Rule: the continuous action in MW, by which others"
                    + " dispatch a device, is called p, pLimit or consumption, and nothing else is.",
                axis.name(), axis.continuous() ? "continuous" : "a choice", axis.unit()));
      }
      if (power) {
        found.add(axis.name());
        checkRest(axis, actions.values()[actions.space().indexOf(axis.name())]);
      }
    }
    if (found.size() > 1) {
      throw new AssertionError(
          found + " are in MW. Rule: a device has one continuous action in MW at most.");
    }
  }

  /** What others take for granted of an axis by its name; actions are as they are at rest. */
  private static void checkRest(Axis axis, double rest) {
    if (axis.name().equals("consumption") && axis.low() < 0) {
      throw new AssertionError(
          "consumption is from "
              + axis.low()
              + " MW. Rule: consumption is not negative; what can also inject has an action p.");
    }
    if (axis.name().equals("pLimit") && rest != axis.high()) {
      throw new AssertionError(
          String.format(
              "pLimit rests at %s MW of %s. Rule: a ceiling rests at its top, so that nothing is"
                  + " kept back until somebody asks.",
              rest, axis.high()));
    }
  }

  /** Whether others can dispatch a device of these actions. */
  static boolean dispatched(Variables actions) {
    return actions.space().axes().stream().anyMatch(Declarations::dispatches);
  }

  private static boolean dispatches(Axis axis) {
    return isPower(axis) && DISPATCHED.contains(axis.name());
  }

  private static boolean isPower(Axis axis) {
    return axis.continuous() && axis.unit().equals("MW");
  }

  /** For a device that no balance is given for: whether it should have one. */
  static void checkNothingStored(Variables state) {
    for (Axis axis : state.space().axes()) {
      String name = axis.name();
      if (name.startsWith("storage.") || name.startsWith("thermal.")) {
        throw new AssertionError(
            name
                + " is energy, but no balance of it is given: override balance(). Rule: the energy"
                + " balance closes.");
      }
    }
  }

  /** For a device that makes no offers: whether it should. */
  static void checkNothingDispatched(Variables actions) {
    for (Axis axis : actions.space().axes()) {
      if (dispatches(axis)) {
        throw new AssertionError(
            axis.name()
                + " is a power to be asked for, but the device offers none. Rule: a device that can"
                + " be dispatched says in offer() how far.");
      }
    }
  }

  /** Bounds first, then the values of an episode. */
  static void checkBounds(Trial trial, int steps) {
    for (Variables variables : List.of(trial.device.state(), trial.device.actions())) {
      for (Axis axis : variables.space().axes()) {
        if (!(Double.isFinite(axis.low()) && Double.isFinite(axis.high()))) {
          throw new AssertionError(
              String.format(
                  "%s is from %s to %s. Rule: all that is observed has finite bounds.",
                  axis.name(), axis.low(), axis.high()));
        }
      }
    }
    for (int i = 0; i < steps; i++) {
      trial.decide();
      trial.step();
      checkValues(trial, trial.device.state());
      checkValues(trial, trial.device.actions());
    }
  }

  private static void checkValues(Trial trial, Variables variables) {
    for (int i = 0; i < variables.values().length; i++) {
      double value = variables.values()[i];
      Axis axis = variables.space().axis(i);
      if (!(value >= axis.low() && value <= axis.high())) {
        throw trial.failure(
            axis.name() + " is " + value + ", outside " + axis.low() + " to " + axis.high(),
            "every value is within its bounds");
      }
    }
  }
}
