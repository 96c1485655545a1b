package powergrid.scenario.grammar;

import java.util.List;
import java.util.Optional;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.NetworkSetting;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ChoiceType;
import powergrid.scenario.value.NumberType;
import powergrid.scenario.value.Words;

/** {@code network}: a plug-in, and fields that every network has. */
final class NetworkType extends StructureType<NetworkSetting> {
  private static final Bounds FACTOR = new Bounds("", 0, 1e6);

  /** Whether regulators and capacitors move. */
  enum Controls {
    FIXED,
    CONTROLLED
  }

  NetworkType() {
    super("a plug-in's type or {type: …} with its fields");
  }

  @Override
  public Optional<NetworkSetting> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    if (setting instanceof Setting.Scalar scalar && !Words.nothing(scalar)) {
      return new PluginSettingType()
          .read(setting, bounds, mistakes)
          .map(plugin -> new NetworkSetting(plugin, 1, 1, false));
    }
    return super.read(setting, bounds, mistakes);
  }

  @Override
  Optional<NetworkSetting> read(Section section) {
    Optional<String> type = section.required("type", Texts.TYPE, Texts.TYPE.expected(Bounds.NONE));
    Optional<Double> loads = section.optional("loadScale", new NumberType(), FACTOR);
    Optional<Double> capacitors = section.optional("capacitorScale", new NumberType(), FACTOR);
    Optional<Controls> controls = section.optional("controls", new ChoiceType<>(Controls.class));
    Setting.Mapping own = section.rest();
    if (!section.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new NetworkSetting(
            new PluginSetting(type.get(), section.place("type"), own),
            loads.orElse(1.0),
            capacitors.orElse(1.0),
            controls.orElse(Controls.FIXED) == Controls.CONTROLLED));
  }
}
