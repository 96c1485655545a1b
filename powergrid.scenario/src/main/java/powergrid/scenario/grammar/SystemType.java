package powergrid.scenario.grammar;

import java.util.Optional;
import powergrid.api.scenario.LinkSetting;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.SystemSetting;

/** {@code system}. */
final class SystemType extends StructureType<SystemSetting> {
  SystemType() {
    super("fields such as {id: operator, protocol: price-signal}");
  }

  @Override
  Optional<SystemSetting> read(Section section) {
    PluginSettingType plugin = new PluginSettingType();
    Optional<String> id = section.optional("id", Texts.ID);
    Optional<PluginSetting> protocol =
        section.required(
            "protocol", plugin, "how it coordinates the microgrids, e.g. price-signal");
    Optional<LinkSetting> link = section.optional("channel", new LinkType());
    Optional<PluginSetting> policy = section.optional("policy", plugin);
    section.close();
    return section.good()
        ? Optional.of(
            new SystemSetting(
                id.orElse("system"),
                section.place(),
                protocol.get(),
                link.orElse(LinkSetting.IDEAL),
                policy))
        : Optional.empty();
  }
}
