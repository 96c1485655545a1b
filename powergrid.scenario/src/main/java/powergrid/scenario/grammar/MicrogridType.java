package powergrid.scenario.grammar;

import java.util.List;
import java.util.Optional;
import powergrid.api.scenario.DeviceSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.PluginSetting;

/** An element of {@code microgrids}. */
final class MicrogridType extends StructureType<MicrogridSetting> {
  MicrogridType() {
    super("fields such as {id: MG1, devices: […]}");
  }

  @Override
  Optional<MicrogridSetting> read(Section section) {
    PluginSettingType plugin = new PluginSettingType();
    Optional<String> id = section.required("id", Texts.ID, "a name for the microgrid, e.g. MG1");
    Optional<PluginSetting> network = section.optional("network", plugin);
    Optional<PluginSetting> protocol = section.optional("protocol", plugin);
    Optional<PluginSetting> policy = section.optional("policy", plugin);
    Optional<List<DeviceSetting>> devices =
        section.required("devices", UniqueIds.of(new DeviceType()), "at least one device");
    section.close();
    if (!section.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new MicrogridSetting(
            id.get(),
            section.place(),
            network,
            protocol.orElseGet(
                () -> PluginSettingType.defaultOf("none", section.place("protocol"))),
            policy,
            devices.get()));
  }
}
