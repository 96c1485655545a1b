package powergrid.networks;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.RegulatorControl;
import powergrid.api.network.ReverseMode;
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;

/**
 * The tables in which a test feeder of the IEEE Power and Energy Society is published: lines in
 * feet with a configuration each, spot and distributed loads in kW and kvar, transformers in
 * percent.
 */
final class FeederTables {
  private static final double FEET_A_MILE = 5280;
  private static final double KM_A_FOOT = 0.3048e-3;

  /** A step regulator's 32 steps of 5/8 % over ±10 %. */
  private static final double STEP = 0.00625;

  private static final int MAX_TAP = 16;

  /** The documents give no delays: these are the defaults of OpenDSS's regulator control. */
  private static final double DELAY_SECONDS = 15;

  private static final double MOVE_SECONDS = 2;

  private final String folder;

  /** The tables in a folder beside this class. */
  FeederTables(String folder) {
    this.folder = folder;
  }

  private Table table(String name) {
    return Table.read(folder + "/" + name + ".csv");
  }

  /**
   * Adds all tables to a network; its source and what can be moved are the caller's.
   *
   * @param taps by regulator
   * @param open switches that are open
   */
  Network.Builder addTo(Network.Builder network, Map<String, PhaseValues> taps, Set<String> open) {
    buses(network);
    regulators(network, taps);
    lines(network);
    transformers(network);
    switches(network, open);
    loads(network);
    distributedLoads(network);
    capacitors(network);
    return network;
  }

  private void buses(Network.Builder network) {
    for (Table.Row row : table("buses").rows()) {
      network.add(
          new Bus(
              row.text("bus"),
              Phases.of(row.text("phases")),
              row.number("kv"),
              row.number("x"),
              row.number("y")));
    }
  }

  private void regulators(Network.Builder network, Map<String, PhaseValues> taps) {
    for (Table.Row row : table("regulators").rows()) {
      String id = row.text("regulator");
      network.add(
          new Regulator(
              id,
              row.text("from"),
              row.text("to"),
              Phases.of(row.text("phases")),
              STEP,
              MAX_TAP,
              taps.get(id),
              PhaseValues.ZERO,
              PhaseValues.ZERO,
              Optional.of(control(row))));
    }
  }

  private static RegulatorControl control(Table.Row row) {
    return new RegulatorControl(
        row.phases("volts", 1),
        row.number("band"),
        row.number("pt_ratio"),
        row.number("ct_a"),
        row.phases("r", 1),
        row.phases("x", 1),
        DELAY_SECONDS,
        MOVE_SECONDS,
        "abc".indexOf(row.text("gang")),
        ReverseMode.COGENERATION);
  }

  private void lines(Network.Builder network) {
    Map<String, Table.Row> configurations = new HashMap<>();
    for (Table.Row row : table("configurations").rows()) {
      configurations.put(row.text("configuration"), row);
    }
    for (Table.Row row : table("lines").rows()) {
      Table.Row configuration = configurations.get(row.text("configuration"));
      double miles = row.number("feet") / FEET_A_MILE;
      network.add(
          new Line(
              between(row),
              row.text("from"),
              row.text("to"),
              Phases.of(configuration.text("phases")),
              row.number("feet") * KM_A_FOOT,
              matrix(configuration, "r").times(miles),
              matrix(configuration, "x").times(miles),
              matrix(configuration, "b").times(1e-6 * miles),
              configuration.number("rating_a")));
    }
  }

  private static SymmetricMatrix matrix(Table.Row row, String prefix) {
    return new SymmetricMatrix(
        row.number(prefix + "_aa"),
        row.number(prefix + "_ab"),
        row.number(prefix + "_ac"),
        row.number(prefix + "_bb"),
        row.number(prefix + "_bc"),
        row.number(prefix + "_cc"));
  }

  private void transformers(Network.Builder network) {
    for (Table.Row row : table("transformers").rows()) {
      network.add(
          new Transformer(
              row.text("transformer"),
              row.text("from"),
              row.text("to"),
              Phases.of(row.text("phases")),
              row.number("kva") / 1000,
              row.number("from_kv"),
              row.number("to_kv"),
              row.number("r_percent") / 100,
              row.number("x_percent") / 100,
              winding(row.text("from_winding")),
              winding(row.text("to_winding"))));
    }
  }

  private static Winding winding(String name) {
    return Winding.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private void switches(Network.Builder network, Set<String> open) {
    for (Table.Row row : table("switches").rows()) {
      network.add(
          new Switch(
              between(row),
              row.text("from"),
              row.text("to"),
              Phases.of(row.text("phases")),
              !open.contains(between(row))));
    }
  }

  private void loads(Network.Builder network) {
    for (Table.Row row : table("loads").rows()) {
      network.add(load(row, row.text("bus"), row.text("bus"), 1));
    }
  }

  private void distributedLoads(Network.Builder network) {
    for (Table.Row row : table("distributed_loads").rows()) {
      for (String end : new String[] {"from", "to"}) {
        String bus = row.text(end);
        network.add(load(row, between(row) + ":" + bus, bus, 0.5));
      }
    }
  }

  private static Load load(Table.Row row, String id, String bus, double share) {
    return new Load(
        id,
        bus,
        connection(row),
        LoadModel.valueOf(row.text("model").toUpperCase(Locale.ROOT)),
        row.phases("kw", share / 1000),
        row.phases("kvar", share / 1000));
  }

  private void capacitors(Network.Builder network) {
    for (Table.Row row : table("capacitors").rows()) {
      String bus = row.text("bus");
      network.add(new Capacitor(bus, bus, connection(row), row.phases("kvar", 1e-3), true));
    }
  }

  private static Connection connection(Table.Row row) {
    return Connection.valueOf(row.text("connection").toUpperCase(Locale.ROOT));
  }

  private static String between(Table.Row row) {
    return row.text("from") + "-" + row.text("to");
  }
}
