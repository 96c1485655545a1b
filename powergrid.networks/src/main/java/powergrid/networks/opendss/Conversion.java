package powergrid.networks.opendss;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Source;
import powergrid.api.plugin.ConfigurationException;

/**
 * Makes a network of a circuit. Branches keep OpenDSS's full names, such as {@code line.650632};
 * loads, capacitors and generators their own; all in lower case, as OpenDSS shows them.
 */
final class Conversion {
  private final Circuit circuit;
  private final Network.Builder network;
  private final BusTable buses;

  Conversion(Circuit circuit) {
    this.circuit = circuit;
    network = Network.builder(circuit.name());
    buses = new BusTable(circuit.buses());
  }

  /** The network. */
  Network network() {
    List<Branch> branches = new ArrayList<>();
    Lines lines = new Lines(circuit, buses);
    for (LineElement line : circuit.enabled("line", LineElement.class)) {
      branches.addAll(lines.convert(line));
    }
    branches.addAll(new Transformers(circuit, buses).convert());
    List<SourceElement> sources = circuit.enabled("vsource", SourceElement.class);
    List<String> idealBuses = new ArrayList<>();
    for (SourceElement source : sources) {
      idealBuses.add(lines.behind(source, branches));
    }
    for (int i = 0; i < sources.size(); i++) {
      buses.supply(idealBuses.get(i), sources.get(i).kv(), sources.get(i), circuit);
    }
    buses.buses(circuit).forEach(network::add);
    branches.forEach(network::add);
    for (int i = 0; i < sources.size(); i++) {
      addSource(sources.get(i), idealBuses.get(i));
    }
    circuit.enabled("load", LoadElement.class).forEach(this::addLoad);
    circuit.enabled("capacitor", CapacitorElement.class).forEach(this::addCapacitor);
    circuit.enabled("generator", GeneratorElement.class).forEach(this::addGenerator);
    return build();
  }

  /** Names that are made of others may meet those of others still. */
  private Network build() {
    try {
      return network.build();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "path", "circuit " + circuit.name() + ": " + e.getMessage() + ": rename one of them");
    }
  }

  private void addSource(SourceElement source, String bus) {
    network.add(new Source(source.name(), bus, source.kv() / buses.kv(bus), source.angleDeg()));
  }

  /** Phases that values take, as bits. */
  private static int phases(Connection connection, PhaseValues values) {
    return IntStream.range(0, 3)
        .filter(slot -> values.get(slot) != 0)
        .map(slot -> connection == Connection.WYE ? 1 << slot : 1 << slot | 1 << (slot + 1) % 3)
        .reduce(0, (a, b) -> a | b);
  }

  /** Checks where an element is; its rated voltage over its bus's base. */
  private double ratio(Shunt element) {
    if (element.bus() == null) {
      throw element.error("needs bus1");
    }
    buses.check(element, phases(element.connection(), element.spread(1)));
    return element.rated(buses.kv(element.bus().bus()));
  }

  private void addLoad(LoadElement load) {
    double ratio = ratio(load);
    if (!(load.minPu() < load.maxPu())) {
      throw load.error("has vminpu " + load.minPu() + ", not below vmaxpu " + load.maxPu());
    }
    double mw = load.kw() / 1000 * circuit.loadScale();
    double mvar = load.kvar() / 1000 * circuit.loadScale();
    if (load.activeModel() == load.reactiveModel()) {
      addLoad(load, load.name(), load.activeModel(), mw, mvar, ratio);
    } else {
      addLoad(load, load.name() + ".kw", load.activeModel(), mw, 0, ratio);
      addLoad(load, load.name() + ".kvar", load.reactiveModel(), 0, mvar, ratio);
    }
  }

  /** Adds a load by its power at the bus's base voltage. */
  private void addLoad(
      LoadElement load, String id, LoadModel model, double mw, double mvar, double ratio) {
    if (mw == 0 && mvar == 0) {
      return;
    }
    double atBase =
        switch (model) {
          case POWER -> 1;
          case CURRENT -> 1 / ratio;
          case IMPEDANCE -> 1 / (ratio * ratio);
        };
    boolean limited = model != LoadModel.IMPEDANCE;
    network.add(
        new Load(
            id,
            load.bus().bus(),
            load.connection(),
            model,
            load.spread(mw * atBase),
            load.spread(mvar * atBase),
            limited ? load.minPu() * ratio : 0,
            limited ? load.maxPu() * ratio : Double.POSITIVE_INFINITY));
  }

  private void addCapacitor(CapacitorElement capacitor) {
    double ratio = ratio(capacitor);
    if (capacitor.kvar() != 0) {
      network.add(
          new Capacitor(
              capacitor.name(),
              capacitor.bus().bus(),
              capacitor.connection(),
              capacitor.spread(capacitor.kvar() / 1000 / (ratio * ratio)),
              capacitor.on()));
    }
  }

  private void addGenerator(GeneratorElement generator) {
    ratio(generator);
    network.add(
        new Generator(
            generator.name(),
            generator.bus().bus(),
            generator.kw() / 1000 * circuit.generatorScale(),
            generator.kvar() / 1000 * circuit.generatorScale(),
            Double.NaN));
  }
}
