package powergrid.scenario.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.Words;

/** A plug-in, as its type and fields or, where it needs no fields, just its type. */
final class PluginSettingType extends StructureType<PluginSetting> {
  PluginSettingType() {
    super("a plug-in's type or {type: …} with its fields");
  }

  /** A plug-in that stands for one that is not written. */
  static PluginSetting defaultOf(String type, Place place) {
    return new PluginSetting(type, place, new Setting.Mapping(place, Map.of()));
  }

  @Override
  public Optional<PluginSetting> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    if (setting instanceof Setting.Scalar scalar && !Words.nothing(scalar)) {
      return Texts.TYPE
          .read(scalar, bounds, mistakes)
          .map(type -> defaultOf(type, setting.place()));
    }
    return super.read(setting, bounds, mistakes);
  }

  @Override
  Optional<PluginSetting> read(Section section) {
    Optional<String> type = section.required("type", Texts.TYPE, Texts.TYPE.expected(Bounds.NONE));
    Setting.Mapping configuration = section.rest();
    return type.map(name -> new PluginSetting(name, section.place("type"), configuration));
  }
}
