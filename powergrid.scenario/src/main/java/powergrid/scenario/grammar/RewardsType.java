package powergrid.scenario.grammar;

import java.util.List;
import java.util.Optional;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.RewardSetting;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ListType;
import powergrid.scenario.value.NumberType;
import powergrid.scenario.value.ValueType;

/** {@code reward}: one, or a list of several that are added up. */
final class RewardsType implements ValueType<List<RewardSetting>> {
  private static final String EXPECTED =
      "a reward's type, {type: …} with its fields and a weight, or a list of these";

  private static final TermType TERM = new TermType();

  /** What agents are rewarded for where the scenario does not say. */
  static List<RewardSetting> defaultAt(Place place) {
    return List.of(new RewardSetting(PluginSettingType.defaultOf("cost-safety", place), 1));
  }

  @Override
  public Optional<List<RewardSetting>> read(
      Setting setting, Bounds bounds, List<Mistake> mistakes) {
    return setting instanceof Setting.Sequence
        ? ListType.nonEmpty(TERM).read(setting, bounds, mistakes)
        : TERM.read(setting, bounds, mistakes).map(List::of);
  }

  @Override
  public String word() {
    return "fields";
  }

  @Override
  public String expected(Bounds bounds) {
    return EXPECTED;
  }

  /** One of them. */
  private static final class TermType extends StructureType<RewardSetting> {
    TermType() {
      super(EXPECTED);
    }

    @Override
    public Optional<RewardSetting> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
      return setting instanceof Setting.Scalar
          ? new PluginSettingType()
              .read(setting, bounds, mistakes)
              .map(plugin -> new RewardSetting(plugin, 1))
          : super.read(setting, bounds, mistakes);
    }

    @Override
    Optional<RewardSetting> read(Section section) {
      Optional<String> type =
          section.required("type", Texts.TYPE, Texts.TYPE.expected(Bounds.NONE));
      Optional<Double> weight = section.optional("weight", new NumberType());
      Setting.Mapping own = section.rest();
      return section.good()
          ? Optional.of(
              new RewardSetting(
                  new PluginSetting(type.get(), section.place("type"), own), weight.orElse(1.0)))
          : Optional.empty();
    }
  }
}
