package powergrid.engine.assembly;

import java.util.Locale;
import java.util.Optional;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.scenario.DeviceSetting;
import powergrid.api.scenario.Setting;
import powergrid.engine.world.DeviceTerminal;
import powergrid.engine.world.Feeder;

/**
 * Resolves a device's bus, phases and connection. By default three-phase where the bus is; one
 * phase is line to neutral, two are one line-to-line unit, three are balanced.
 */
final class Connections {
  private Connections() {}

  static Optional<DeviceTerminal> connect(
      DeviceSetting device,
      Setting.Mapping written,
      Feeder feeder,
      String prefix,
      Workshop workshop) {
    Network network = feeder.network();
    Bus bus = network.bus(prefix + device.bus());
    if (bus == null) {
      workshop.mistake(
          Workshop.place(written, "bus"),
          String.format(
              Locale.ROOT,
              "%s has no bus '%s'; it has %s",
              prefix.isEmpty() ? network.name() : prefix.substring(0, prefix.length() - 1),
              device.bus(),
              Names.listed(
                  network.buses().stream()
                      .map(Bus::id)
                      .filter(id -> id.startsWith(prefix))
                      .map(id -> id.substring(prefix.length()))
                      .toList())));
      return Optional.empty();
    }
    if (device.phases().isEmpty() && bus.phases() != Phases.ABC) {
      workshop.mistake(
          device.place(),
          String.format(
              Locale.ROOT,
              "bus %s has %s only, so phases must be given, e.g. phases: %s",
              bus.id(),
              phases(bus.phases()),
              bus.phases()));
      return Optional.empty();
    }
    Phases phases = device.phases().isEmpty() ? Phases.ABC : Phases.of(device.phases());
    if (!bus.phases().contains(phases)) {
      workshop.mistake(
          Workshop.place(written, "phases"),
          String.format(
              Locale.ROOT,
              "bus %s has %s, not %s; use phases: %s",
              bus.id(),
              phases(bus.phases()),
              phases,
              bus.phases()));
      return Optional.empty();
    }
    return connection(device, written, phases, workshop)
        .map(c -> new DeviceTerminal(feeder, bus.id(), phases, c));
  }

  private static Optional<Connection> connection(
      DeviceSetting device, Setting.Mapping written, Phases phases, Workshop workshop) {
    Connection usual = phases.count() == 2 ? Connection.DELTA : Connection.WYE;
    if (device.connection().isEmpty()) {
      return Optional.of(usual);
    }
    Connection given = Connection.valueOf(device.connection().toUpperCase(Locale.ROOT));
    if (phases.count() < 3 && given != usual) {
      workshop.mistake(
          Workshop.place(written, "connection"),
          String.format(
              Locale.ROOT,
              "a device on %s cannot be %s; use connection: %s",
              phases(phases),
              device.connection(),
              usual.name().toLowerCase(Locale.ROOT)));
      return Optional.empty();
    }
    return Optional.of(given);
  }

  /**
   * Somewhere for a device whose own connection is a mistake, so that its other mistakes are found
   * in the same go.
   */
  static DeviceTerminal placeholder(Feeder feeder) {
    Bus bus =
        feeder.network().sources().isEmpty()
            ? feeder.network().buses().get(0)
            : feeder.network().bus(feeder.network().sources().get(0).bus());
    return new DeviceTerminal(
        feeder,
        bus.id(),
        bus.phases(),
        bus.phases().count() == 2 ? Connection.DELTA : Connection.WYE);
  }

  private static String phases(Phases phases) {
    return (phases.count() == 1 ? "phase " : "phases ") + phases;
  }
}
