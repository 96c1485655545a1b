package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.sweep.RadialSweep;

/** Balanced radial networks, which the three-phase sweep solves without a matrix. */
class RadialAgreementTest {
  private static final List<LoadModel> MODELS = List.of(LoadModel.values());

  /** Lines either way round, regulators, switches; loads of every model and connection. */
  static Network feeder(long seed) {
    Random random = new Random(seed);
    Network.Builder network = Network.builder("feeder").add(Parts.source("0"));
    int buses = 5 + random.nextInt(40);
    for (int i = 0; i < buses; i++) {
      network.add(Parts.bus("" + i));
    }
    for (int i = 1; i < buses; i++) {
      String up = "" + random.nextInt(i);
      String down = "" + i;
      int kind = random.nextInt(8);
      if (kind == 0) {
        network.add(Parts.closed(down, up));
      } else if (kind == 1) {
        network.add(Parts.regulator(up, down, random.nextInt(9) - 4, 0, 0));
      } else {
        double r = 0.002 * random.nextDouble();
        double x = 0.001 + 0.002 * random.nextDouble();
        double b = 0.002 * random.nextDouble();
        boolean forwards = random.nextBoolean();
        network.add(Parts.line(forwards ? up : down, forwards ? down : up, r, x, b));
      }
      network.add(
          new Load(
              "load" + i,
              down,
              random.nextBoolean() ? Connection.WYE : Connection.DELTA,
              MODELS.get(random.nextInt(3)),
              Parts.each(random.nextDouble()),
              Parts.each(0.5 * random.nextDouble()),
              random.nextBoolean() ? 0 : 0.99,
              random.nextBoolean() ? Double.POSITIVE_INFINITY : 1.01));
    }
    network.add(
        new Capacitor(
            "capacitor",
            "" + random.nextInt(buses),
            Connection.WYE,
            Parts.each(1),
            true,
            Optional.empty()));
    network.add(new Generator("g", "" + random.nextInt(buses), 2, 1, Double.NaN));
    return network.build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void sweepAndNewtonFindTheSame(long seed) {
    Network network = feeder(seed);
    Solver newton = new NewtonRaphson(1e-11, 20).prepare(network);
    Solver sweep = new RadialSweep(1e-13, 1000).prepare(network);
    assertEquals(Status.CONVERGED, sweep.solve());
    assertEquals(Status.CONVERGED, newton.solve());
    sweep.flows();
    newton.flows();
    Solution s = newton.solution();
    Solution expected = sweep.solution();
    assertArrayEquals(expected.re(), s.re(), 1e-9);
    assertArrayEquals(expected.im(), s.im(), 1e-9);
    assertArrayEquals(expected.currentRe(), s.currentRe(), 1e-6);
    assertArrayEquals(expected.currentIm(), s.currentIm(), 1e-6);
    assertEquals(expected.sourceMw(), s.sourceMw(), 1e-8);
    assertEquals(expected.sourceMvar(), s.sourceMvar(), 1e-8);
    assertEquals(expected.loadMw(), s.loadMw(), 1e-8);
    assertEquals(expected.loadMvar(), s.loadMvar(), 1e-8);
    assertEquals(expected.lossesMw(), s.lossesMw(), 1e-8);
    assertEquals(expected.lossesMvar(), s.lossesMvar(), 1e-8);
  }
}
