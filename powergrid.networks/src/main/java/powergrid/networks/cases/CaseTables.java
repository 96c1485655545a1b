package powergrid.networks.cases;

import java.util.Set;
import powergrid.api.network.Connection;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.networks.Table;
import powergrid.networks.balanced.BalancedNetwork;

/** The tables of a balanced network among this bundle's resources. */
final class CaseTables {
  private final String name;

  CaseTables(String name) {
    this.name = name;
  }

  private Table table(String table) {
    return Table.read("cases/" + name + "/" + table + ".csv");
  }

  /**
   * Makes the network.
   *
   * @param der the sets of distributed energy resources that it has
   * @return a network
   */
  Network network(Set<String> der) {
    BalancedNetwork network = new BalancedNetwork(name);
    for (Table.Row row : table("buses").rows()) {
      network.bus(row.text("bus"), row.number("kv"), row.number("x"), row.number("y"));
    }
    for (Table.Row row : table("lines").rows()) {
      network.line(
          row.text("line"),
          row.text("from"),
          row.text("to"),
          row.number("km"),
          row.number("r_ohm"),
          row.number("x_ohm"),
          1e-6 * row.number("b_us"),
          row.number("rating_a"));
    }
    for (Table.Row row : table("switches").rows()) {
      boolean closed = Boolean.parseBoolean(row.text("closed"));
      network.connect(row.text("switch"), row.text("from"), row.text("to"), closed);
    }
    for (Table.Row row : table("transformers").rows()) {
      network.transformer(
          row.text("transformer"),
          row.text("from"),
          row.text("to"),
          row.number("mva"),
          row.number("from_kv"),
          row.number("to_kv"),
          row.number("r_pu"),
          row.number("x_pu"),
          row.number("g_pu"),
          row.number("b_pu"),
          row.number("shift_deg"));
    }
    for (Table.Row row : table("loads").rows()) {
      network.load(
          row.text("load"),
          row.text("bus"),
          Connection.WYE,
          LoadModel.POWER,
          row.number("mw"),
          row.number("mvar"));
    }
    for (Table.Row row : table("generators").rows()) {
      if (der.contains(row.text("der"))) {
        network.generator(
            row.text("generator"),
            row.text("bus"),
            row.number("mw"),
            row.number("mvar"),
            row.number("vm_pu"));
      }
    }
    for (Table.Row row : table("shunts").rows()) {
      network.shunt(row.text("shunt"), row.text("bus"), row.number("mvar"));
    }
    for (Table.Row row : table("sources").rows()) {
      network.source(row.text("source"), row.text("bus"), row.number("pu"), row.number("deg"));
    }
    return network.build();
  }
}
