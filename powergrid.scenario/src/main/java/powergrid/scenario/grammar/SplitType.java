package powergrid.scenario.grammar;

import java.util.Optional;
import powergrid.api.scenario.SplitSetting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.NumberType;

/** {@code data.split}. */
final class SplitType extends StructureType<SplitSetting> {
  private static final Bounds SHARE = Bounds.atLeast(0);

  SplitType() {
    super("shares of the weeks such as {train: 0.6, validation: 0.2, test: 0.2}");
  }

  @Override
  Optional<SplitSetting> read(Section section) {
    Optional<Double> train =
        section.required("train", new NumberType(), SHARE, "a share of the weeks, e.g. 0.6");
    Optional<Double> validation = section.optional("validation", new NumberType(), SHARE);
    Optional<Double> test =
        section.required("test", new NumberType(), SHARE, "a share of the weeks, e.g. 0.2");
    section.close();
    if (!section.good()) {
      return Optional.empty();
    }
    SplitSetting split = new SplitSetting(train.get(), validation.orElse(0.0), test.get());
    if (split.train() == 0 || split.test() == 0) {
      section.mistake(
          split.train() == 0 ? "train" : "test", "0 leaves no week; write a share above 0");
      return Optional.empty();
    }
    return Optional.of(split);
  }
}
