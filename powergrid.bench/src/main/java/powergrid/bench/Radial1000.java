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
 * A synthetic three-phase radial feeder of 1,000 buses at 12.47 kV: a trunk of 100 buses, 100 m
 * apart, a lateral of nine more at each of them, and at every bus but the first an unbalanced load
 * of constant power; 7 MW at a power factor of 0.95 in all. Its lines are those of configuration
 * 601 of the IEEE 13-node feeder. Always the same.
 */
final class Radial1000 {
  private static final int BUSES = 1000;
  private static final int LATERAL = 10;
  private static final double KM = 0.1;
  private static final double KM_A_MILE = 1.609344;
  private static final double MW_A_PHASE = 7.0 / 3 / (BUSES - 1);
  private static final double MVAR_A_MW = 0.3287;

  private static final SymmetricMatrix OHM_A_MILE_R =
      new SymmetricMatrix(0.3465, 0.1560, 0.1580, 0.3375, 0.1535, 0.3414);
  private static final SymmetricMatrix OHM_A_MILE_X =
      new SymmetricMatrix(1.0179, 0.5017, 0.4236, 1.0478, 0.3849, 1.0348);
  private static final SymmetricMatrix MICROSIEMENS_A_MILE =
      new SymmetricMatrix(6.2998, -1.9958, -1.2595, 5.9597, -0.7417, 5.6386);

  private Radial1000() {}

  static Network create() {
    Random random = new Random(1000);
    double miles = KM / KM_A_MILE;
    Network.Builder network = Network.builder("radial1000");
    for (int i = 0; i < BUSES; i++) {
      network.add(new Bus("b" + i, Phases.ABC, 12.47));
    }
    for (int i = 1; i < BUSES; i++) {
      // every tenth bus is on the trunk
      int feeding = i % LATERAL == 0 ? i - LATERAL : i - 1;
      network.add(
          new Line(
              "l" + i,
              "b" + feeding,
              "b" + i,
              Phases.ABC,
              KM,
              OHM_A_MILE_R.times(miles),
              OHM_A_MILE_X.times(miles),
              MICROSIEMENS_A_MILE.times(1e-6 * miles),
              Double.NaN));
      PhaseValues mw =
          new PhaseValues(
              MW_A_PHASE * random.nextDouble(0.5, 1.5),
              MW_A_PHASE * random.nextDouble(0.5, 1.5),
              MW_A_PHASE * random.nextDouble(0.5, 1.5));
      network.add(
          new Load("d" + i, "b" + i, Connection.WYE, LoadModel.POWER, mw, mw.times(MVAR_A_MW)));
    }
    return network.add(new Source("substation", "b0", 1, 0)).build();
  }
}
