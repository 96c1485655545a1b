package powergrid.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import powergrid.experiment.files.Digits;

/**
 * Holds results to what is proven of them: no covered episode costs less than its bound. If one
 * does, the environment, a device's description to planners, or the proof is wrong.
 */
final class Bounds {
  /** What sums may be rounded by, USD. */
  private static final double ROUNDING = 0.01;

  private Bounds() {}

  /**
   * Results that cannot be.
   *
   * @param plan what was to be run
   * @param episodes that ended
   * @return a sentence each; empty if all is well, or there are no bounds
   */
  static List<String> violations(Plan plan, List<Episode> episodes) {
    Map<String, Episode> bounds = new HashMap<>();
    for (Episode episode : episodes) {
      if (plan.variant(episode.run()).kind() == Variant.Kind.BOUND) {
        bounds.put(key(plan.variant(episode.run()).name(), plan, episode), episode);
      }
    }
    List<String> violations = new ArrayList<>();
    for (Episode episode : episodes) {
      plan.variant(episode.run())
          .bound()
          .filter(name -> episode.covered())
          .map(name -> bounds.get(key(name, plan, episode)))
          .ifPresent(bound -> compare(plan, episode, bound, violations));
    }
    return violations;
  }

  private static void compare(Plan plan, Episode episode, Episode bound, List<String> violations) {
    for (int m = 0; m < plan.metrics().size(); m++) {
      double value = episode.values().get(m);
      double least = bound.values().get(m);
      // NaN where there is no bound of the metric
      if (value < least - ROUNDING) {
        violations.add(
            plan.runName(episode.run())
                + ", episode "
                + episode.number()
                + ": "
                + plan.metrics().get(m)
                + " of "
                + Digits.shortest(value)
                + " is below "
                + Digits.shortest(least)
                + ", which is proven to be the least possible: a model or the proof is wrong, and"
                + " no result of this experiment can be trusted");
      }
    }
  }

  private static String key(String variant, Plan plan, Episode episode) {
    return RecordedRuns.key(
        variant, Long.toString(plan.seed(episode.run())), Integer.toString(episode.number()));
  }
}
