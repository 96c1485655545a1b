package powergrid.scenario.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ListType;
import powergrid.scenario.value.ValueType;

/** {@code protocol} of peers: one, or a list of several that they follow one after the other. */
final class ProtocolsType implements ValueType<List<PluginSetting>> {
  private static final PluginSettingType ONE = new PluginSettingType();

  @Override
  public Optional<List<PluginSetting>> read(
      Setting setting, Bounds bounds, List<Mistake> mistakes) {
    if (!(setting instanceof Setting.Sequence)) {
      return ONE.read(setting, bounds, mistakes).map(List::of);
    }
    Optional<List<PluginSetting>> all = ListType.nonEmpty(ONE).read(setting, bounds, mistakes);
    Set<String> types = new HashSet<>();
    for (PluginSetting each : all.orElse(List.of())) {
      if (!types.add(each.type())) {
        mistakes.add(
            new Mistake(
                each.place(), "'" + each.type() + "' is there already; peers follow it once"));
        return Optional.empty();
      }
    }
    return all;
  }

  @Override
  public String word() {
    return "fields";
  }

  @Override
  public String expected(Bounds bounds) {
    return "a protocol's type, {type: …} with its fields, or a list of these";
  }
}
