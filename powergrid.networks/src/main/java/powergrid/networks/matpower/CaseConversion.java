package powergrid.networks.matpower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.Source;
import powergrid.networks.balanced.BalancedNetwork;
import powergrid.networks.balanced.DataFile;

/**
 * Makes a network of a case. Isolated buses and what is at them, branches and generators out of
 * service are left out. The reference bus becomes an ideal source at the voltage of its last
 * generator in service, as MATPOWER takes it, and at the bus's angle; its first generator is that
 * source.
 */
final class CaseConversion {
  private static final int PQ = 1;
  private static final int PV = 2;
  private static final int REFERENCE = 3;
  private static final int ISOLATED = 4;

  private final DataFile file;
  private final Case data;
  private final BalancedNetwork network;
  private final Map<Integer, CaseBus> buses = new HashMap<>();

  CaseConversion(DataFile file, Case data) {
    this.file = file;
    this.data = data;
    network = new BalancedNetwork(data.name().isEmpty() ? file.stem() : data.name());
  }

  Network network() {
    List<Case.Row> rows = data.rows("bus");
    file.checkBuses(rows.size(), rows.isEmpty() ? 0 : rows.get(0).line());
    rows.forEach(row -> bus(new Columns(file, "bus", row, 13)));
    generators();
    new CaseBranches(file, data, buses, network).convert();
    return file.build(network);
  }

  private void bus(Columns bus) {
    int number = bus.whole(0, "bus number");
    int type = bus.whole(1, "bus type");
    if (type < PQ || type > ISOLATED) {
      throw bus.error("bus " + number + " has type " + type + ", not 1, 2, 3 or 4");
    }
    double kv = bus.finite(9, "baseKV");
    if (kv < 0) {
      throw bus.error("bus " + number + " has baseKV " + kv + ", below 0");
    }
    if (kv == 0) {
      network.assume("buses whose baseKV is 0, which says nothing: 1 kV");
      kv = 1;
    }
    double angle = bus.finite(8, "Va");
    if (buses.put(number, new CaseBus(number, type, kv, angle)) != null) {
      throw bus.error("bus " + number + " is there a second time");
    }
    if (type != ISOLATED) {
      String id = Integer.toString(number);
      double unit = data.isPowerInKw() ? 1e-3 : 1;
      network.bus(id, kv, Double.NaN, Double.NaN);
      network.load(
          id,
          id,
          Connection.WYE,
          LoadModel.POWER,
          bus.finite(2, "Pd") * unit,
          bus.finite(3, "Qd") * unit);
      network.shunt(id + ":shunt", id, bus.finite(4, "Gs"), bus.finite(5, "Bs"));
    }
  }

  private void generators() {
    Map<Integer, List<Columns>> inService = new HashMap<>();
    for (Case.Row row : data.rows("gen")) {
      Columns gen = new Columns(file, "gen", row, 8);
      CaseBus bus = CaseBus.of(buses, gen, 0);
      if (gen.finite(7, "status") > 0 && !bus.isolated()) {
        inService.computeIfAbsent(bus.number(), b -> new ArrayList<>()).add(gen);
      }
    }
    for (Case.Row row : data.rows("bus")) {
      CaseBus bus = buses.get((int) row.values()[0]);
      List<Columns> units = inService.getOrDefault(bus.number(), List.of());
      if (bus.type() == REFERENCE && units.isEmpty()) {
        throw file.error(
            row.line(),
            "bus " + bus.number() + " is the reference and has no generator in service");
      }
      generators(bus, units);
    }
  }

  private void generators(CaseBus bus, List<Columns> units) {
    String id = Integer.toString(bus.number());
    double set = units.isEmpty() ? Double.NaN : units.get(units.size() - 1).positive(5, "Vg");
    for (int i = 0; i < units.size(); i++) {
      String name = i == 0 ? id : id + ":" + (i + 1);
      if (bus.type() == REFERENCE && i == 0) {
        network.source(new Source(name, id, set, bus.angleDeg()));
      } else {
        double mw = units.get(i).finite(1, "Pg");
        double mvar = units.get(i).finite(2, "Qg");
        boolean controls = bus.type() == PV;
        network.generator(
            new Generator(name, id, mw, controls ? 0 : mvar, controls ? set : Double.NaN));
      }
    }
  }
}
