package powergrid.scenario.grammar;

import java.util.List;
import java.util.Optional;
import powergrid.api.scenario.AttachSetting;
import powergrid.api.scenario.DeviceSetting;
import powergrid.api.scenario.LinkSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.NetworkSetting;
import powergrid.api.scenario.PluginSetting;
import powergrid.scenario.value.WholeType;

/** An element of {@code microgrids}; its copies have been made. */
final class MicrogridType extends StructureType<MicrogridSetting> {
  private static final String TOO_LATE =
      "comes too late: copies are made when the file is read, before anything is varied; set it on"
          + " the command line, e.g. --set microgrids.MG{n}.count=10";

  MicrogridType() {
    super("fields such as {id: MG1, devices: […]}");
  }

  @Override
  Optional<MicrogridSetting> read(Section section) {
    PluginSettingType plugin = new PluginSettingType();
    Optional<String> id = section.required("id", Texts.ID, "a name for the microgrid, e.g. MG1");
    for (String field : List.of(Templates.COUNT, Templates.FIRST)) {
      section.optional(field, WholeType.ofInt()).ifPresent(n -> section.mistake(field, TOO_LATE));
    }
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
