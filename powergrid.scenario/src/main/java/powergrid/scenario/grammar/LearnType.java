package powergrid.scenario.grammar;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import powergrid.api.environment.Credit;
import powergrid.api.scenario.LearnSetting;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ChoiceType;
import powergrid.scenario.value.DurationType;
import powergrid.scenario.value.WholeType;

/** {@code learn}: a learner, what it learns for and for how long. */
final class LearnType extends StructureType<LearnSetting> {
  static final long DEFAULT_STEPS = 100_000;
  static final int DEFAULT_VALIDATION_EPISODES = 5;

  LearnType() {
    super("a learner's type, or fields such as {type: mappo, steps: 200000}");
  }

  @Override
  public Optional<LearnSetting> read(
      Setting setting, Bounds bounds, java.util.List<Mistake> mistakes) {
    if (setting instanceof Setting.Scalar) {
      Map<String, Setting> fields = Map.of("type", setting);
      return super.read(new Setting.Mapping(setting.place(), fields), bounds, mistakes);
    }
    return super.read(setting, bounds, mistakes);
  }

  @Override
  Optional<LearnSetting> read(Section section) {
    Optional<String> type = section.required("type", Texts.TYPE, "a learner's type, e.g. mappo");
    Optional<Long> steps = section.optional("steps", WholeType.ofLong(), Bounds.atLeast(1));
    Optional<Credit> credit = section.optional("credit", new ChoiceType<>(Credit.class));
    Optional<ValidateType.Validate> validate = section.optional("validate", new ValidateType());
    Optional<Duration> limit =
        section.optional("timeLimit", new DurationType(), Bounds.atLeast(1e-3));
    Setting.Mapping own = section.rest();
    if (!section.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new LearnSetting(
            new PluginSetting(type.get(), section.place("type"), own),
            steps.orElse(DEFAULT_STEPS),
            credit.orElse(Credit.OWN),
            validate.map(ValidateType.Validate::every).orElse(0L),
            validate.map(ValidateType.Validate::episodes).orElse(DEFAULT_VALIDATION_EPISODES),
            validate.map(ValidateType.Validate::patience).orElse(0),
            limit));
  }

  /** {@code validate}. */
  private static final class ValidateType extends StructureType<ValidateType.Validate> {
    /** Its fields. */
    record Validate(long every, int episodes, int patience) {}

    ValidateType() {
      super("fields such as {every: 20000, episodes: 5}");
    }

    @Override
    Optional<Validate> read(Section section) {
      Optional<Long> every =
          section.required(
              "every", WholeType.ofLong(), Bounds.atLeast(1), "after how many steps, e.g. 20000");
      Optional<Integer> episodes =
          section.optional("episodes", WholeType.ofInt(), Bounds.atLeast(1));
      Optional<Integer> patience =
          section.optional("patience", WholeType.ofInt(), Bounds.atLeast(0));
      section.close();
      return section.good()
          ? Optional.of(
              new Validate(
                  every.get(), episodes.orElse(DEFAULT_VALIDATION_EPISODES), patience.orElse(0)))
          : Optional.empty();
    }
  }
}
