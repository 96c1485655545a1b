package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.Source;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.meshed.CurrentInjection;

/** Balanced networks with loops, which three-phase current injection solves in all phases. */
class MeshedAgreementTest {
  private static final List<LoadModel> MODELS = List.of(LoadModel.values());

  /** Two meshed levels joined by transformers that shift by 30°; two sources; a regulator. */
  private static Network network(long seed) {
    Random random = new Random(seed);
    int half = 4 + random.nextInt(8);
    Network.Builder network = Network.builder("meshed").add(new Source("main", "h0", 1.02, 10));
    network.add(new Source("second", "h" + (half - 1), 1.01, 9.5));
    for (int i = 0; i < half; i++) {
      network.add(Parts.bus("h" + i)).add(Parts.bus("l" + i));
    }
    for (String level : List.of("h", "l")) {
      for (int i = 0; i < half; i++) {
        double r = 0.005 * random.nextDouble();
        double x = 0.002 + 0.005 * random.nextDouble();
        double b = 0.01 * random.nextDouble();
        network.add(Parts.line(level + i, level + (i + 1) % half, r, x, b));
      }
    }
    for (int i = 0; i < half; i += 1 + random.nextInt(3)) {
      double x = 0.02 + 0.02 * random.nextDouble();
      double g = 0.01 * random.nextDouble();
      double ratio = 0.99 + 0.02 * random.nextDouble();
      network.add(Parts.transformer("h" + i, "l" + i, x, g, -3 * g, ratio, 30));
    }
    network.add(Parts.bus("r"));
    network.add(Parts.regulator("l1", "r", random.nextInt(9) - 4, 0.001, 0.002));
    network.add(Parts.load("r", 0.5, 0.2));
    for (int i = 0; i < half; i++) {
      network.add(
          new Load(
              "load" + i,
              "l" + i,
              random.nextBoolean() ? Connection.WYE : Connection.DELTA,
              MODELS.get(random.nextInt(3)),
              Parts.each(random.nextDouble()),
              Parts.each(0.5 * random.nextDouble())));
    }
    return network.build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void currentInjectionAndNewtonFindTheSame(long seed) {
    Network network = network(seed);
    Solver newton = new NewtonRaphson().prepare(network);
    Solver meshed = new CurrentInjection(1e-12, 200).prepare(network);
    assertEquals(Status.CONVERGED, meshed.solve());
    assertEquals(Status.CONVERGED, newton.solve());
    meshed.flows();
    newton.flows();
    Solution s = newton.solution();
    Solution expected = meshed.solution();
    assertArrayEquals(expected.re(), s.re(), 1e-9);
    assertArrayEquals(expected.im(), s.im(), 1e-9);
    assertArrayEquals(expected.currentRe(), s.currentRe(), 1e-5);
    assertArrayEquals(expected.currentIm(), s.currentIm(), 1e-5);
    assertArrayEquals(expected.toCurrentRe(), s.toCurrentRe(), 1e-5);
    assertArrayEquals(expected.toCurrentIm(), s.toCurrentIm(), 1e-5);
    assertArrayEquals(expected.sourcesMw(), s.sourcesMw(), 1e-7);
    assertArrayEquals(expected.sourcesMvar(), s.sourcesMvar(), 1e-7);
    assertEquals(expected.loadMw(), s.loadMw(), 1e-8);
    assertEquals(expected.loadMvar(), s.loadMvar(), 1e-8);
    assertEquals(expected.lossesMw(), s.lossesMw(), 1e-8);
    assertEquals(expected.lossesMvar(), s.lossesMvar(), 1e-8);
  }
}
