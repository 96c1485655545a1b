package powergrid.engine.assembly;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import powergrid.api.agent.Level;
import powergrid.api.agent.Target;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.scenario.ChannelSetting;
import powergrid.api.scenario.DeviceSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Scenario;
import powergrid.engine.world.Topology;
import powergrid.engine.world.WorldBuilder;

/** Has peers coordinate: who can talk with whom, and whether they can do what they agree on. */
final class Peering {
  private final PluginSetting setting;
  private final HorizontalProtocol protocol;
  private final String label;

  Peering(PluginSetting setting, HorizontalProtocol protocol, String label) {
    this.setting = setting;
    this.protocol = protocol;
    this.label = label;
  }

  /** Two that ask for the same would undo each other. */
  static void checkApart(List<Peering> all, Workshop workshop) {
    Map<Target, Peering> asks = new EnumMap<>(Target.class);
    for (Peering one : all) {
      for (Target target : one.protocol.targets()) {
        Peering before = asks.putIfAbsent(target, one);
        if (before != null) {
          workshop.mistake(
              one.setting.place(),
              String.format(
                  Locale.ROOT,
                  "'%s' asks for a %s, which '%s' asks for already; peers can follow one of them",
                  one.setting.type(),
                  target.name().toLowerCase(Locale.ROOT),
                  before.setting.type()));
        }
      }
    }
  }

  /** Adds the peers to a world, all of whose agents are there. */
  void complete(
      Scenario scenario,
      Feeders feeders,
      WorldBuilder world,
      Workshop workshop,
      Map<PluginSetting, VerticalProtocol> verticals) {
    if (world.peerLevel() == Level.GRID) {
      checkTargets(workshop, verticals);
    }
    if (protocol.contracts()) {
      checkMeters(scenario, workshop, world.peerLevel());
    }
    if (!workshop.sound()) {
      return;
    }
    List<String> ids = new ArrayList<>();
    ElectricalNeighbours places = new ElectricalNeighbours();
    for (int i = 0; i < scenario.microgrids().size(); i++) {
      MicrogridSetting grid = scenario.microgrids().get(i);
      if (world.peerLevel() == Level.DEVICE) {
        for (DeviceSetting device : grid.devices()) {
          ids.add(grid.id() + "." + device.id());
          places.add(feeders.of(i), feeders.prefix(i) + device.bus());
        }
      } else {
        ids.add(grid.id());
        places.add(feeders.of(i), feeders.connection(i));
      }
    }
    Optional<int[][]> linked = links(scenario.channel(), ids, places, workshop);
    workshop.guarded(
        setting,
        label,
        () -> {
          linked.ifPresent(l -> world.peers(protocol, label, scenario.channel(), l));
          return linked;
        });
  }

  private void checkTargets(Workshop workshop, Map<PluginSetting, VerticalProtocol> verticals) {
    verticals.forEach(
        (below, vertical) -> {
          for (Target target : Target.values()) {
            if (protocol.targets().contains(target) && !vertical.realises().contains(target)) {
              workshop.mistake(
                  below.place(),
                  "'"
                      + below.type()
                      + "' cannot realise the "
                      + target.name().toLowerCase(Locale.ROOT)
                      + " that '"
                      + setting.type()
                      + "' asks for; use "
                      + remedy(target)
                      + ", or a horizontal protocol that only informs");
            }
          }
        });
  }

  private static String remedy(Target target) {
    return switch (target) {
      case POWER -> "setpoint, or price-signal with bids: true";
      case PRICE -> "price-signal";
      case VOLTAGE -> "volt-var";
    };
  }

  private void checkMeters(Scenario scenario, Workshop workshop, Level level) {
    if (level != Level.GRID) {
      workshop.mistake(
          setting.place(),
          "'" + setting.type() + "' makes contracts between microgrids; let grids decide");
    }
    for (MicrogridSetting grid : scenario.microgrids()) {
      if (grid.devices().stream().noneMatch(d -> d.plugin().type().equals("grid"))) {
        workshop.mistake(
            grid.place(),
            grid.id()
                + " has no grid connection to settle its contracts under '"
                + setting.type()
                + "'; add a device of type grid");
      }
    }
  }

  /** Who can talk with whom; empty where somebody cannot be heard of by all, or is not there. */
  private static Optional<int[][]> links(
      ChannelSetting channel, List<String> ids, ElectricalNeighbours places, Workshop workshop) {
    try {
      int[][] linked =
          channel.topology() == ChannelSetting.Topology.ELECTRICAL
              ? places.linked(ids)
              : Topology.neighbours(channel, ids);
      if (Topology.connected(linked)) {
        return Optional.of(linked);
      }
      workshop.mistake(
          channel.place(), "not all participants can hear of each other; add edges until they can");
    } catch (IllegalArgumentException unknown) {
      workshop.mistake(
          channel.place(),
          channel.topology().name().toLowerCase(Locale.ROOT) + ": " + unknown.getMessage());
    }
    return Optional.empty();
  }
}
