package powergrid.networks.balanced;

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
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;

/**
 * A three-phase network from data of its positive sequence. A line of self impedance {@code (Z0 + 2
 * Z1) / 3} and mutual impedance {@code (Z0 − Z1) / 3} is transposed: to balanced currents it is Z1,
 * to zero-sequence ones Z0. Where the data says nothing of the zero sequence, Z0 is four times Z1
 * and B0 as large as B1, and the network says that it was assumed; balanced conditions do not
 * depend on it.
 */
public final class BalancedNetwork {
  private static final double ZERO_SEQUENCE = 4;

  private final Network.Builder network;
  private boolean assumed;

  /**
   * Starts a network.
   *
   * @param name what it is called
   */
  public BalancedNetwork(String name) {
    network = Network.builder(name);
  }

  /** Adds a bus; x and y may be NaN. */
  public void bus(String id, double kv, double x, double y) {
    network.add(new Bus(id, Phases.ABC, kv, x, y));
  }

  /**
   * Adds a line by its positive sequence, whole length.
   *
   * @param id unique
   * @param from a bus
   * @param to a bus
   * @param km its length; 0 if unknown
   * @param rOhm resistance
   * @param xOhm reactance
   * @param bSiemens susceptance
   * @param ratingA greatest current; NaN for none known
   */
  public void line(
      String id,
      String from,
      String to,
      double km,
      double rOhm,
      double xOhm,
      double bSiemens,
      double ratingA) {
    if (rOhm == 0 && xOhm == 0 && bSiemens == 0) {
      network.add(new Switch(id, from, to, Phases.ABC, true));
      return;
    }
    assumed = true;
    line(
        id,
        from,
        to,
        km,
        new double[] {rOhm, ZERO_SEQUENCE * rOhm},
        new double[] {xOhm, ZERO_SEQUENCE * xOhm},
        new double[] {bSiemens, bSiemens},
        ratingA);
  }

  /**
   * Adds a line by its sequences, whole length: positive first, then zero.
   *
   * @param id unique
   * @param from a bus
   * @param to a bus
   * @param km its length; 0 if unknown
   * @param rOhm resistances
   * @param xOhm reactances
   * @param bSiemens susceptances
   * @param ratingA greatest current; NaN for none known
   */
  public void line(
      String id,
      String from,
      String to,
      double km,
      double[] rOhm,
      double[] xOhm,
      double[] bSiemens,
      double ratingA) {
    network.add(
        new Line(
            id,
            from,
            to,
            Phases.ABC,
            km,
            transposed(rOhm),
            transposed(xOhm),
            transposed(bSiemens),
            ratingA));
  }

  private static SymmetricMatrix transposed(double[] sequence) {
    double self = (sequence[1] + 2 * sequence[0]) / 3;
    double mutual = (sequence[1] - sequence[0]) / 3;
    return new SymmetricMatrix(self, mutual, mutual, self, mutual, self);
  }

  /**
   * Adds a transformer. Without windings, it is grounded wye on both sides where its shift is a
   * multiple of 60°, delta to grounded wye where it is one of 30°, and else something that only
   * balanced methods can solve.
   *
   * @param id unique
   * @param from a bus
   * @param to a bus
   * @param mva rating
   * @param fromKv rated voltage at its tap, line to line
   * @param toKv rated voltage at its tap, line to line
   * @param rPu resistance
   * @param xPu reactance
   * @param gPu no-load conductance
   * @param bPu no-load susceptance
   * @param shiftDeg by how much the to side lags
   */
  public void transformer(
      String id,
      String from,
      String to,
      double mva,
      double fromKv,
      double toKv,
      double rPu,
      double xPu,
      double gPu,
      double bPu,
      double shiftDeg) {
    boolean odd = Math.floorMod(Math.round(shiftDeg / 30), 2) == 1;
    transformer(
        id,
        from,
        to,
        mva,
        new double[] {fromKv, toKv},
        new double[] {rPu, xPu, gPu, bPu},
        new Winding[] {odd ? Winding.DELTA : Winding.GROUNDED_WYE, Winding.GROUNDED_WYE},
        shiftDeg);
  }

  /** Adds a transformer of known windings; voltages and windings from side first. */
  public void transformer(
      String id,
      String from,
      String to,
      double mva,
      double[] kv,
      double[] rxgb,
      Winding[] windings,
      double shiftDeg) {
    network.add(
        new Transformer(
            id,
            from,
            to,
            Phases.ABC,
            mva,
            kv[0],
            kv[1],
            rxgb[0],
            rxgb[1],
            rxgb[2],
            rxgb[3],
            windings[0],
            windings[1],
            shiftDeg));
  }

  /** Adds a switch. */
  public void connect(String id, String from, String to, boolean closed) {
    network.add(new Switch(id, from, to, Phases.ABC, closed));
  }

  /** Adds a load of all three phases, MW and MVAr together. */
  public void load(
      String id, String bus, Connection connection, LoadModel model, double mw, double mvar) {
    if (mw != 0 || mvar != 0) {
      network.add(new Load(id, bus, connection, model, third(mw), third(mvar)));
    }
  }

  /** Adds a load whose phases differ. */
  public void load(Load load) {
    network.add(load);
  }

  /** Adds a shunt that gives reactive power, MVAr of all phases together at nominal voltage. */
  public void shunt(String id, String bus, double mvar) {
    if (mvar != 0) {
      network.add(new Capacitor(id, bus, Connection.WYE, third(mvar), true));
    }
  }

  private static PhaseValues third(double value) {
    return new PhaseValues(value / 3, value / 3, value / 3);
  }

  /** Adds a generator; voltagePu is NaN where it does not control voltage. */
  public void generator(String id, String bus, double mw, double mvar, double voltagePu) {
    network.add(new Generator(id, bus, mw, mvar, voltagePu));
  }

  /** Adds a source. */
  public void source(String id, String bus, double voltagePu, double angleDeg) {
    network.add(new Source(id, bus, voltagePu, angleDeg));
  }

  /**
   * Ends the network.
   *
   * @return checked
   * @throws IllegalArgumentException that names the first part at fault
   */
  public Network build() {
    if (assumed) {
      network.assume(
          "the data has no zero-sequence impedances of lines: taken as four times those of the"
              + " positive sequence");
    }
    return network.build();
  }
}
