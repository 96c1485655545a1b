package powergrid.networks.pandapower;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Source;

/**
 * What takes or feeds in power at a bus. Storage takes part as a generator, since it is none of the
 * loads that are scaled.
 */
final class Injections {
  private final Conversion network;

  Injections(Conversion network) {
    this.network = network;
  }

  void convert() {
    loads();
    shunts();
    List<Element> grids = network.atLiveBus("ext_grid");
    Names gridNames = new Names(grids);
    grids.forEach(grid -> source(grid, gridNames.of(grid)));
    generators();
  }

  private void loads() {
    List<Element> loads = network.atLiveBus("load");
    List<Element> wards = network.atLiveBus("ward");
    List<Element> asymmetric = network.atLiveBus("asymmetric_load");
    List<Element> all = new ArrayList<>(loads);
    all.addAll(wards);
    all.addAll(asymmetric);
    all.addAll(network.atLiveBus("shunt"));
    Names names = new Names(all);
    loads.forEach(load -> load(load, names.of(load)));
    wards.forEach(ward -> ward(ward, names.of(ward)));
    asymmetric.forEach(load -> asymmetric(load, names.of(load)));
  }

  private void load(Element load, String id) {
    double scaling = load.number("scaling", 1);
    double mw = load.number("p_mw") * scaling;
    double mvar = load.number("q_mvar", 0) * scaling;
    double zP = share(load, "z", "p");
    double zQ = share(load, "z", "q");
    double iP = share(load, "i", "p");
    double iQ = share(load, "i", "q");
    if (zP + iP > 1 || zQ + iQ > 1) {
      throw load.error("its shares of constant impedance and current are above 100 % together");
    }
    String bus = network.bus(load, "bus");
    Connection connection = connection(load);
    add(id, bus, connection, LoadModel.POWER, mw * (1 - zP - iP), mvar * (1 - zQ - iQ));
    add(id + ":current", bus, connection, LoadModel.CURRENT, mw * iP, mvar * iQ);
    add(id + ":impedance", bus, connection, LoadModel.IMPEDANCE, mw * zP, mvar * zQ);
  }

  private void add(
      String id, String bus, Connection connection, LoadModel model, double mw, double mvar) {
    network.parts().load(id, bus, connection, model, mw, mvar);
  }

  /** Pandapower 3 has shares of active and of reactive power, pandapower 2 one for both. */
  private static double share(Element load, String kind, String power) {
    double both = load.atLeastZero("const_" + kind + "_percent", 0);
    return load.atLeastZero("const_" + kind + "_" + power + "_percent", both) / 100;
  }

  private static Connection connection(Element load) {
    String type = load.text("type", "wye");
    return switch (type) {
      case "delta" -> Connection.DELTA;
      case "wye" -> Connection.WYE;
      default -> throw load.error("type is " + type + ", neither wye nor delta");
    };
  }

  private void ward(Element ward, String id) {
    String bus = network.bus(ward, "bus");
    Connection wye = Connection.WYE;
    add(id, bus, wye, LoadModel.POWER, ward.number("ps_mw"), ward.number("qs_mvar"));
    add(
        id + ":impedance",
        bus,
        wye,
        LoadModel.IMPEDANCE,
        ward.number("pz_mw"),
        ward.number("qz_mvar"));
  }

  private void asymmetric(Element load, String id) {
    double scaling = load.number("scaling", 1);
    network
        .parts()
        .load(
            new Load(
                id,
                network.bus(load, "bus"),
                connection(load),
                LoadModel.POWER,
                phases(load, "p", "mw", scaling),
                phases(load, "q", "mvar", scaling)));
  }

  private void shunts() {
    List<Element> shunts = network.atLiveBus("shunt");
    Names names = new Names(shunts);
    for (Element shunt : shunts) {
      if (shunt.flag("step_dependency_table", false)) {
        throw shunt.error("step_dependency_table is true, which has no counterpart here");
      }
      double kv = network.kv(shunt, "bus");
      double ratio = kv / (shunt.has("vn_kv") ? shunt.positive("vn_kv") : kv);
      double factor = shunt.number("step", 1) * ratio * ratio;
      network
          .parts()
          .shunt(
              names.of(shunt),
              network.bus(shunt, "bus"),
              factor * shunt.number("p_mw", 0),
              -factor * shunt.number("q_mvar"));
    }
  }

  private void source(Element grid, String id) {
    network
        .parts()
        .source(
            new Source(
                id, network.bus(grid, "bus"), grid.positive("vm_pu"), grid.number("va_degree", 0)));
  }

  private void generators() {
    List<Element> gens = network.atLiveBus("gen");
    List<Element> sgens = network.atLiveBus("sgen");
    List<Element> storages = network.atLiveBus("storage");
    List<Element> all = new ArrayList<>(gens);
    all.addAll(sgens);
    all.addAll(storages);
    Names names = new Names(all);
    for (Element gen : gens) {
      if (gen.flag("slack", false)) {
        source(gen, names.of(gen));
      } else {
        double mw = gen.number("p_mw") * gen.number("scaling", 1);
        generator(gen, names.of(gen), mw, 0, gen.positive("vm_pu"));
      }
    }
    sgens.forEach(sgen -> fixed(sgen, names.of(sgen), 1));
    storages.forEach(storage -> fixed(storage, names.of(storage), -1));
  }

  private void fixed(Element element, String id, double sign) {
    double factor = sign * element.number("scaling", 1);
    double mw = factor * element.number("p_mw");
    generator(element, id, mw, factor * element.number("q_mvar", 0), Double.NaN);
  }

  private void generator(Element element, String id, double mw, double mvar, double voltagePu) {
    network.parts().generator(new Generator(id, network.bus(element, "bus"), mw, mvar, voltagePu));
  }

  private static PhaseValues phases(Element load, String power, String unit, double scaling) {
    return new PhaseValues(
        scaling * load.number(power + "_a_" + unit, 0),
        scaling * load.number(power + "_b_" + unit, 0),
        scaling * load.number(power + "_c_" + unit, 0));
  }
}
