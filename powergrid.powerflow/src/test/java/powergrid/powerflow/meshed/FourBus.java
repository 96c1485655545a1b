package powergrid.powerflow.meshed;

import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
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

/**
 * The IEEE 4-bus cases as the OpenDSS scripts give them: a source behind its short-circuit
 * impedance, a line at 12.47 kV, a transformer, a line at 4.16 kV and a load.
 */
final class FourBus {
  private static final double KV = 12.47;

  private FourBus() {}

  /** A closed bank, the four-wire line on both sides, a balanced load. */
  static Network stepDown(Winding from, Winding to, Connection load) {
    double mw = 5.4 / 3;
    double mvar = mw * Math.sqrt(1 / (0.9 * 0.9) - 1);
    return feeder(200_000)
        .add(OverheadLine.of("line1", "sourcebus", "n2", 2000))
        .add(new Transformer("t1", "n2", "n3", Phases.ABC, 6, KV, 4.16, 0.01, 0.06, from, to))
        .add(OverheadLine.of("line2", "n3", "n4", 2500))
        .add(
            new Load(
                "load1",
                "n4",
                load,
                LoadModel.POWER,
                new PhaseValues(mw, mw, mw),
                new PhaseValues(mvar, mvar, mvar),
                0.75,
                1.05))
        .build();
  }

  /** An open bank, lines by their codes, an unbalanced load. */
  static Network openWyeOpenDelta() {
    double miles = 0.3048 * 1000 / 1609.344;
    double siemensANanofarad = 2 * Math.PI * 60 * 1e-9;
    SymmetricMatrix c = new SymmetricMatrix(15.04, -4.8706, -1.8655, 15.855, -3.1008, 14.3);
    return feeder(1_000_000)
        .add(
            line(
                "L1",
                "sourcebus",
                "n2",
                2 * miles,
                new SymmetricMatrix(0.4576, 0.1559, 0.1535, 0.4666, 0.1580, 0.4615),
                new SymmetricMatrix(1.078, 0.5017, 0.3849, 1.0482, 0.4236, 1.0651),
                c.times(siemensANanofarad)))
        .add(
            new Transformer(
                "bank",
                "n2",
                "n3",
                Phases.AB,
                4,
                7.2 * Math.sqrt(3),
                4.16,
                0.01,
                0.06,
                Winding.GROUNDED_WYE,
                Winding.DELTA))
        .add(
            line(
                "L2",
                "n3",
                "n4",
                2.5 * miles,
                new SymmetricMatrix(0.4013, 0.0953, 0.0953, 0.4013, 0.0953, 0.4013),
                new SymmetricMatrix(1.4133, 0.8515, 0.7266, 1.4133, 0.7802, 1.4133),
                c.times(siemensANanofarad)))
        .add(
            new Load(
                "loads",
                "n4",
                Connection.DELTA,
                LoadModel.POWER,
                new PhaseValues(0.85, 1.2, 1.58333),
                new PhaseValues(mvar(0.85, 0.85), mvar(1.2, 0.9), mvar(1.58333, 0.95)),
                0.7,
                1.05))
        .build();
  }

  private static double mvar(double mw, double powerFactor) {
    return mw * Math.sqrt(1 / (powerFactor * powerFactor) - 1);
  }

  private static Network.Builder feeder(double shortCircuitMva) {
    return Network.builder("4-bus")
        .add(new Bus("infinite", Phases.ABC, KV))
        .add(new Bus("sourcebus", Phases.ABC, KV))
        .add(new Bus("n2", Phases.ABC, KV))
        .add(new Bus("n3", Phases.ABC, 4.16))
        .add(new Bus("n4", Phases.ABC, 4.16))
        .add(new Source("source", "infinite", 1, 0))
        .add(source(shortCircuitMva));
  }

  /**
   * The impedance of a source with equal three- and single-phase short-circuit powers, X1/R1 = 4
   * and X0/R0 = 3. Its current with one phase shorted is 3 V / |2 Z1 + Z0|.
   */
  private static Line source(double shortCircuitMva) {
    double ohm = KV * KV / shortCircuitMva;
    double x1 = ohm / Math.sqrt(1 + 1 / 16.0);
    double r1 = x1 / 4;
    double a = 1 + 9;
    double b = 4 * (r1 + 3 * x1);
    double c = 4 * (r1 * r1 + x1 * x1) - 9 * ohm * ohm;
    double r0 = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
    return line(
        "short circuit",
        "infinite",
        "sourcebus",
        0,
        coupled(r1, r0),
        coupled(x1, 3 * r0),
        SymmetricMatrix.ZERO);
  }

  private static SymmetricMatrix coupled(double positive, double zero) {
    double self = (2 * positive + zero) / 3;
    double mutual = (zero - positive) / 3;
    return new SymmetricMatrix(self, mutual, mutual, self, mutual, self);
  }

  /** A line by its matrices a mile; of no length, by its matrices as they are. */
  private static Line line(
      String id,
      String from,
      String to,
      double miles,
      SymmetricMatrix r,
      SymmetricMatrix x,
      SymmetricMatrix b) {
    double length = miles == 0 ? 1 : miles;
    return new Line(
        id,
        from,
        to,
        Phases.ABC,
        1.609344 * miles,
        r.times(length),
        x.times(length),
        b.times(length),
        Double.NaN);
  }
}
