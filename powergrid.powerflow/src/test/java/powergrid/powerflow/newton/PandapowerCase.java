package powergrid.powerflow.newton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;

/** A case of this package's resources as pandapower's element tables have it. */
final class PandapowerCase {
  private static final double HERTZ = 60;

  private final String name;
  private final Network.Builder network;

  private PandapowerCase(String name) {
    this.name = name;
    network = Network.builder(name);
  }

  static Table table(String name, String table) {
    try (InputStream in = PandapowerCase.class.getResourceAsStream(name + "/" + table + ".csv")) {
      return new Table(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Network read(String name) {
    PandapowerCase read = new PandapowerCase(name);
    read.buses();
    read.lines();
    read.transformers();
    read.powers();
    return read.network.build();
  }

  private static String bus(Table table, int row, String column) {
    return "b" + table.text(row, column);
  }

  private void buses() {
    Table t = table(name, "bus");
    for (int i = 0; i < t.rows(); i++) {
      network.add(new Bus("b" + i, Phases.ABC, t.number(i, "vn_kv")));
    }
  }

  private static SymmetricMatrix diagonal(double value) {
    return new SymmetricMatrix(value, 0, 0, value, 0, value);
  }

  private void lines() {
    Table t = table(name, "line");
    for (int i = 0; i < t.rows(); i++) {
      double siemens = 2 * Math.PI * HERTZ * t.number(i, "c_nf_per_km") * 1e-9;
      network.add(
          new Line(
              "line" + i,
              bus(t, i, "from_bus"),
              bus(t, i, "to_bus"),
              Phases.ABC,
              t.number(i, "length_km"),
              diagonal(t.number(i, "r_ohm_per_km") * t.number(i, "length_km")),
              diagonal(t.number(i, "x_ohm_per_km") * t.number(i, "length_km")),
              diagonal(siemens * t.number(i, "length_km")),
              Double.NaN));
    }
  }

  private void transformers() {
    Table t = table(name, "trafo");
    for (int i = 0; i < t.rows(); i++) {
      double tap = 1 + t.number(i, "tap_pos") * t.number(i, "tap_step_percent") / 100;
      double r = t.number(i, "vkr_percent") / 100;
      double z = t.number(i, "vk_percent") / 100;
      double idle = t.number(i, "i0_percent") / 100;
      double g = t.number(i, "pfe_kw") / 1000 / t.number(i, "sn_mva");
      network.add(
          new Transformer(
              "trafo" + i,
              bus(t, i, "hv_bus"),
              bus(t, i, "lv_bus"),
              Phases.ABC,
              t.number(i, "sn_mva"),
              t.number(i, "vn_hv_kv") * (t.text(i, "tap_side").equals("hv") ? tap : 1),
              t.number(i, "vn_lv_kv"),
              r,
              Math.sqrt(z * z - r * r),
              g,
              -Math.sqrt(idle * idle - g * g),
              Winding.GROUNDED_WYE,
              Winding.GROUNDED_WYE,
              t.number(i, "shift_degree")));
    }
  }

  private static PhaseValues third(double total) {
    return new PhaseValues(total / 3, total / 3, total / 3);
  }

  private void powers() {
    Table t = table(name, "load");
    for (int i = 0; i < t.rows(); i++) {
      PhaseValues mw = third(t.number(i, "p_mw"));
      PhaseValues mvar = third(t.number(i, "q_mvar"));
      network.add(
          new Load("load" + i, bus(t, i, "bus"), Connection.WYE, LoadModel.POWER, mw, mvar));
    }
    t = table(name, "shunt");
    for (int i = 0; i < t.rows(); i++) {
      PhaseValues mvar = third(-t.number(i, "q_mvar"));
      network.add(
          new Capacitor(
              "shunt" + i, bus(t, i, "bus"), Connection.WYE, mvar, true, Optional.empty()));
    }
    t = table(name, "gen");
    for (int i = 0; i < t.rows(); i++) {
      network.add(
          new Generator("gen" + i, bus(t, i, "bus"), t.number(i, "p_mw"), 0, t.number(i, "vm_pu")));
    }
    t = table(name, "ext_grid");
    for (int i = 0; i < t.rows(); i++) {
      network.add(
          new Source("grid" + i, bus(t, i, "bus"), t.number(i, "vm_pu"), t.number(i, "va_degree")));
    }
  }
}
