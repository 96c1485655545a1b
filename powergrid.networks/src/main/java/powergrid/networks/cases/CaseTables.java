package powergrid.networks.cases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.networks.Table;
import powergrid.networks.balanced.BalancedNetwork;
import powergrid.networks.balanced.Section;

/**
 * The tables that hold a balanced case: lines in Ω and µS a km to positive sequence, transformers
 * in per unit of their rating, constant powers. A table that a case has no use for is left out.
 */
final class CaseTables {
  private final String name;
  private final BalancedNetwork network;

  private CaseTables(String name) {
    this.name = name;
    network = new BalancedNetwork(name);
  }

  /**
   * Reads a case.
   *
   * @param name of the case and its folder
   * @param generators which rows of its generators to take
   */
  static Network read(String name, Predicate<Table.Row> generators) {
    CaseTables tables = new CaseTables(name);
    tables.buses();
    tables.lines();
    tables.transformers();
    tables.switches();
    tables.injections();
    tables.rows("generators").stream().filter(generators).forEach(tables::generator);
    return tables.network.build();
  }

  private List<Table.Row> rows(String table) {
    String resource = "cases/" + name + "/" + table + ".csv";
    return Table.exists(resource) ? Table.read(resource).rows() : List.of();
  }

  private void buses() {
    for (Table.Row row : rows("buses")) {
      network.bus(row.text("bus"), row.number("kv"), row.number("x"), row.number("y"));
    }
  }

  private void lines() {
    for (Table.Row row : rows("lines")) {
      double km = row.number("km");
      network.line(
          row.text("line"),
          row.text("from"),
          row.text("to"),
          km,
          new Section(
              km * row.number("r_ohm_per_km"),
              km * row.number("x_ohm_per_km"),
              km * row.number("b_us_per_km") * 1e-6),
          Optional.empty(),
          row.number("rating_a"));
    }
  }

  private void transformers() {
    for (Table.Row row : rows("transformers")) {
      network.transformer(
          new Transformer(
              row.text("transformer"),
              row.text("from"),
              row.text("to"),
              Phases.ABC,
              row.number("mva"),
              row.number("from_kv"),
              row.number("to_kv"),
              row.number("r_pu"),
              row.number("x_pu"),
              row.number("g_pu"),
              row.number("b_pu"),
              winding(row.text("from_winding")),
              winding(row.text("to_winding")),
              row.number("shift_deg")));
    }
  }

  private static Winding winding(String name) {
    return Winding.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private void switches() {
    for (Table.Row row : rows("switches")) {
      network.tie(
          row.text("switch"),
          row.text("from"),
          row.text("to"),
          row.text("position").equals("closed"));
    }
  }

  private void injections() {
    for (Table.Row row : rows("loads")) {
      network.load(
          row.text("load"),
          row.text("bus"),
          Connection.WYE,
          LoadModel.POWER,
          row.number("mw"),
          row.number("mvar"));
    }
    for (Table.Row row : rows("shunts")) {
      network.shunt(row.text("shunt"), row.text("bus"), row.number("mw"), row.number("mvar"));
    }
    for (Table.Row row : rows("sources")) {
      network.source(
          new Source(
              row.text("source"),
              row.text("bus"),
              row.number("voltage_pu"),
              row.number("angle_deg")));
    }
  }

  private void generator(Table.Row row) {
    network.generator(
        new Generator(
            row.text("generator"),
            row.text("bus"),
            row.number("mw"),
            row.number("mvar"),
            row.number("voltage_pu")));
  }
}
