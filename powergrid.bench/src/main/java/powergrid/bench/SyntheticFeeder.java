package powergrid.bench;

import java.util.Random;
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

/**
 * A three-phase radial feeder of any size at 12.47 kV: a trunk with laterals of up to ten buses,
 * overhead line of configuration 601 of the IEEE 13-node feeder, 30 to 150 m a section, an
 * unbalanced load of constant power at every bus. The same for a size always; its greatest voltage
 * drop is below a tenth.
 */
final class SyntheticFeeder {
  private static final double KV = 12.47;
  private static final double KM_A_MILE = 1.609344;

  /** Ω a mile, IEEE PES test feeder document, configuration 601. */
  private static final SymmetricMatrix R =
      new SymmetricMatrix(0.3465, 0.1560, 0.1580, 0.3375, 0.1535, 0.3414);

  private static final SymmetricMatrix X =
      new SymmetricMatrix(1.0179, 0.5017, 0.4236, 1.0478, 0.3849, 1.0348);

  /** Siemens a mile. */
  private static final SymmetricMatrix B =
      new SymmetricMatrix(6.2998, -1.9958, -1.2595, 5.9597, -0.7417, 5.6386).times(1e-6);

  private SyntheticFeeder() {}

  static Network of(int buses) {
    Random random = new Random(buses);
    Network.Builder network = Network.builder("radial" + buses).add(bus(0));
    int trunk = 0;
    double kw = 6000.0 / buses;
    for (int i = 1; i < buses; i++) {
      boolean branches = i % 11 == 0;
      int from = branches ? trunk : i - 1;
      trunk = branches ? i : trunk;
      double miles = (30 + 120 * random.nextDouble()) / 1000 / KM_A_MILE;
      network
          .add(bus(i))
          .add(
              new Line(
                  "l" + i,
                  "b" + from,
                  "b" + i,
                  Phases.ABC,
                  miles * KM_A_MILE,
                  R.times(miles),
                  X.times(miles),
                  B.times(miles),
                  730))
          .add(
              new Load(
                  "d" + i,
                  "b" + i,
                  Connection.WYE,
                  LoadModel.POWER,
                  power(random, kw),
                  power(random, kw / 3)));
    }
    return network.add(new Source("source", "b0", 1.03, 0)).build();
  }

  private static Bus bus(int i) {
    return new Bus("b" + i, Phases.ABC, KV);
  }

  /** Of a third of the power a phase, from half to one and a half times. */
  private static PhaseValues power(Random random, double kw) {
    double[] mw = new double[3];
    for (int phase = 0; phase < 3; phase++) {
      mw[phase] = kw / 3000 * (0.5 + random.nextDouble());
    }
    return new PhaseValues(mw[0], mw[1], mw[2]);
  }
}
