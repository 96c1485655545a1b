package powergrid.networks.balanced;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
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
import powergrid.api.network.Switch;
import powergrid.api.network.Transformer;

/**
 * Collects a network of which balanced data is known. Every part has all three phases, every power
 * is shared equally by them, and lines are transposed. Angles are those of phase a.
 */
public final class BalancedNetwork {
  private final Network.Builder network;
  private final Set<String> assumptions = new LinkedHashSet<>();

  /**
   * Starts a network.
   *
   * @param name what it is called
   */
  public BalancedNetwork(String name) {
    network = Network.builder(name);
  }

  /**
   * Adds a bus.
   *
   * @param id unique among the buses
   * @param kv nominal voltage, line to line, kV
   * @param x where it is drawn; NaN if unknown
   * @param y where it is drawn; NaN if unknown
   */
  public void bus(String id, double kv, double x, double y) {
    network.add(new Bus(id, Phases.ABC, kv, x, y));
  }

  /**
   * Adds a line.
   *
   * @param id unique among the branches
   * @param from a bus
   * @param to a bus
   * @param km its length, km
   * @param positive what it is to positive and negative sequence
   * @param zero what it is to zero sequence; if empty, that is assumed
   * @param ratingA greatest current, A; NaN for none known
   */
  public void line(
      String id,
      String from,
      String to,
      double km,
      Section positive,
      Optional<Section> zero,
      double ratingA) {
    if (zero.isEmpty()) {
      assumptions.add(Section.ASSUMPTION);
    }
    Section z = zero.orElseGet(positive::assumedZero);
    network.add(
        new Line(
            id,
            from,
            to,
            Phases.ABC,
            km,
            Section.transposed(positive.rOhm(), z.rOhm()),
            Section.transposed(positive.xOhm(), z.xOhm()),
            Section.transposed(positive.bSiemens(), z.bSiemens()),
            ratingA));
  }

  /**
   * Adds a transformer.
   *
   * @param transformer of three units
   */
  public void transformer(Transformer transformer) {
    network.add(transformer);
  }

  /**
   * Adds a switch without impedance.
   *
   * @param id unique among the branches
   * @param from a bus
   * @param to a bus
   * @param closed its initial position
   */
  public void tie(String id, String from, String to, boolean closed) {
    network.add(new Switch(id, from, to, Phases.ABC, closed));
  }

  /**
   * Adds a load, unless it has no power.
   *
   * @param id unique among the loads
   * @param bus where it is
   * @param connection line to neutral or line to line
   * @param model how its power depends on voltage
   * @param mw active power at nominal voltage, MW
   * @param mvar reactive power at nominal voltage, MVAr
   */
  public void load(
      String id, String bus, Connection connection, LoadModel model, double mw, double mvar) {
    load(new Load(id, bus, connection, model, third(mw), third(mvar)));
  }

  /**
   * Adds a load, unless it has no power.
   *
   * @param load which need not be balanced
   */
  public void load(Load load) {
    if (!load.mw().equals(PhaseValues.ZERO) || !load.mvar().equals(PhaseValues.ZERO)) {
      network.add(load);
    }
  }

  /**
   * Adds a constant admittance to ground.
   *
   * @param id unique among the loads and capacitors
   * @param bus where it is
   * @param mw what it takes at nominal voltage, MW
   * @param mvar what it feeds in at nominal voltage, MVAr; negative for a reactor
   */
  public void shunt(String id, String bus, double mw, double mvar) {
    load(id, bus, Connection.WYE, LoadModel.IMPEDANCE, mw, 0);
    if (mvar != 0) {
      network.add(new Capacitor(id, bus, Connection.WYE, third(mvar), true));
    }
  }

  /**
   * Adds a generator.
   *
   * @param generator of all three phases
   */
  public void generator(Generator generator) {
    network.add(generator);
  }

  /**
   * Adds an ideal source.
   *
   * @param source of all three phases
   */
  public void source(Source source) {
    network.add(source);
  }

  /**
   * Says what the data does not and is taken for granted.
   *
   * @param assumption a sentence
   */
  public void assume(String assumption) {
    assumptions.add(assumption);
  }

  /**
   * Checks and makes the network.
   *
   * @return the network
   * @throws IllegalArgumentException that names the first part at fault
   */
  public Network build() {
    assumptions.forEach(network::assume);
    return network.build();
  }

  private static PhaseValues third(double power) {
    double share = power == 0 ? 0 : power / 3;
    return new PhaseValues(share, share, share);
  }
}
