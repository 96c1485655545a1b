package powergrid.scenario.grammar;

import java.util.List;
import java.util.Optional;
import powergrid.api.scenario.AttachSetting;
import powergrid.api.scenario.DeviceSetting;
import powergrid.api.scenario.LinkSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.NetworkSetting;
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
    Optional<NetworkSetting> network = section.optional("network", new NetworkType());
    Optional<AttachSetting> attach = section.optional("attach", new AttachType());
    Optional<PluginSetting> protocol = section.optional("protocol", plugin);
    Optional<LinkSetting> link = section.optional("channel", new LinkType());
    Optional<PluginSetting> policy = section.optional("policy", plugin);
    Optional<List<DeviceSetting>> devices =
        section.required("devices", UniqueIds.of(new DeviceType()), "at least one device");
    section.close();
    if (attach.isPresent() && network.isEmpty() && section.good()) {
      section.mistake(
          "attach", "attaches a network of its own, but has none; write network: beside it");
    }
    if (!section.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new MicrogridSetting(
            id.get(),
            section.place(),
            network,
            attach,
            protocol.orElseGet(
                () -> PluginSettingType.defaultOf("none", section.place("protocol"))),
            link.orElse(LinkSetting.IDEAL),
            policy,
            devices.get()));
  }
}
