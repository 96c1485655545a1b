package powergrid.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.metric.Better;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioReader;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.ThresholdSetting;
import powergrid.experiment.files.Digits;

/**
 * What the first metric has to come to on validation days for a learner to have arrived.
 *
 * @param value where it is a number
 * @param halfWay where it is to be found out, the scenario whose policy is {@code rule}; its
 *     clairvoyant day is the other end
 * @param episodes of a trial
 * @param better which values are better
 * @param words what it is
 */
record Threshold(
    OptionalDouble value, Optional<Scenario> halfWay, int episodes, Better better, String words) {
  private static final String RULE = "rule";
  private static final Place NOWHERE = new Place("", 0, 0, "");

  /**
   * The threshold of an experiment.
   *
   * @param setting as the scenario has it
   * @param metrics of the experiment
   * @param variants of the experiment, the one first that others are compared with
   * @param better which values of the first metric are better
   * @param unit of the first metric
   * @param reader puts a policy in place of a learner
   * @param environments checks what comes out
   * @param mistakes gets what is wrong with it
   * @return empty where something is
   */
  static Optional<Threshold> of(
      ThresholdSetting setting,
      List<PluginSetting> metrics,
      List<Variant> variants,
      Better better,
      String unit,
      ScenarioReader reader,
      EnvironmentFactory environments,
      List<Mistake> mistakes) {
    List<Variant> learners = variants.stream().filter(Variant::learns).toList();
    String metric = metrics.get(0).type();
    String wrong = "";
    if (learners.isEmpty()) {
      wrong = "nobody learns, and only who learns can arrive; write learn:, or leave it out";
    } else if (better == Better.NEITHER) {
      wrong =
          "no value of "
              + metric
              + ", the first metric, is better than another; put first one with better values,"
              + " e.g. cost";
    } else {
      wrong =
          learners.stream()
              .filter(v -> v.scenario().learn().orElseThrow().validateEvery() == 0)
              .map(
                  v ->
                      v.name()
                          + " is never tried on validation days; write learn.validate, e.g. {every: 5000}")
              .findFirst()
              .orElse("");
    }
    boolean halfWay = setting.value().isEmpty();
    if (wrong.isEmpty() && halfWay && Foresight.counting(metric).isEmpty()) {
      wrong =
          "half-way lies between costs, and the first metric is "
              + metric
              + "; put cost or cost-settled first, or write a number";
    }
    Optional<Scenario> rule = Optional.empty();
    if (wrong.isEmpty() && halfWay) {
      Setting.Scalar none = new Setting.Scalar(NOWHERE, "none", false);
      Setting.Scalar policy = new Setting.Scalar(NOWHERE, RULE, true);
      rule =
          Optional.of(
              reader.with(learners.get(0).scenario(), Map.of("learn", none, "policy", policy)));
      List<Mistake> unfit = environments.check(rule.get());
      wrong =
          unfit.isEmpty()
              ? ""
              : "half-way begins at what rule does, which cannot drive those who learn: "
                  + unfit.get(0).message()
                  + "; write a number";
    }
    if (!wrong.isEmpty()) {
      mistakes.add(new Mistake(setting.place(), wrong));
      return Optional.empty();
    }
    String words =
        halfWay
            ? metric
                + " half-way from rule to the clairvoyant schedule on validation days, under "
                + learners.get(0).name()
            : (metric + " of " + Digits.shortest(setting.value().getAsDouble()) + " " + unit)
                    .strip()
                + " on validation days";
    int episodes = learners.get(0).scenario().learn().orElseThrow().validationEpisodes();
    return Optional.of(new Threshold(setting.value(), rule, episodes, better, words));
  }

  /** Whether a value is as good as the threshold. */
  boolean reached(double actual, double threshold) {
    return better == Better.HIGHER ? actual >= threshold : actual <= threshold;
  }

  /**
   * Where half-way is for a seed.
   *
   * @param rule what the policy comes to
   * @param clairvoyant what the clairvoyant schedule comes to
   */
  record Ends(double rule, double clairvoyant) {
    double middle() {
      return (rule + clairvoyant) / 2;
    }
  }
}
