package powergrid.scenario.grammar;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import powergrid.api.network.Connection;
import powergrid.api.network.Phases;
import powergrid.api.scenario.DeviceSetting;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ChoiceType;
import powergrid.scenario.value.TextType;
import powergrid.scenario.value.WholeType;

/** An element of a microgrid's {@code devices}. */
final class DeviceType extends StructureType<DeviceSetting> {
  private static final Bounds PRIORITY = new Bounds("", 0, 1000);

  DeviceType() {
    super("fields such as {id: gen1, type: generator, bus: \"675\", …}");
  }

  @Override
  Optional<DeviceSetting> read(Section section) {
    Optional<String> id = section.required("id", Texts.ID, "a name for the device, e.g. gen1");
    Optional<String> type =
        section.required("type", Texts.TYPE, "the device's plug-in, e.g. storage");
    Optional<String> bus =
        section.required("bus", Texts.BUS, "where the device is connected, e.g. \"671\"");
    Optional<String> phases = section.optional("phases", new TextType());
    phases.ifPresent(text -> checkPhases(text, section));
    Optional<Connection> connection =
        section.optional("connection", new ChoiceType<>(Connection.class));
    Optional<Integer> shed = section.optional("shedPriority", WholeType.ofInt(), PRIORITY);
    Optional<PluginSetting> policy = section.optional("policy", new PluginSettingType());
    Setting.Mapping own = section.rest();
    if (!section.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new DeviceSetting(
            id.get(),
            section.place(),
            new PluginSetting(type.get(), section.place("type"), own),
            bus.get(),
            phases.orElse(""),
            connection.map(c -> c.name().toLowerCase(Locale.ROOT)).orElse(""),
            shed.map(OptionalInt::of).orElse(OptionalInt.empty()),
            policy));
  }

  private static void checkPhases(String text, Section section) {
    try {
      Phases.of(text);
    } catch (IllegalArgumentException e) {
      section.mistake("phases", e.getMessage());
    }
  }
}
