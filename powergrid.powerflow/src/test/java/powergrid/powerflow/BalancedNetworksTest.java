package powergrid.powerflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.newton.NewtonRaphson;

/** Balanced networks with loops, which the three-phase and the balanced method both solve. */
class BalancedNetworksTest {
  /** A ring at 20 kV with lines across it, and transformers with and without a shift below it. */
  private static Network network(long seed) {
    Random random = new Random(seed);
    Network.Builder network = Network.builder("balanced").add(new Source("grid", "0", 1.01, 15));
    int ring = 4 + random.nextInt(6);
    for (int i = 0; i < ring; i++) {
      network.add(new Bus("" + i, Phases.ABC, 20));
      network.add(line(random, "side" + i, "" + i, "" + (i + 1) % ring));
    }
    network.add(line(random, "across", "0", "" + ring / 2));
    for (int i = 1; i < ring; i++) {
      boolean delta = random.nextBoolean();
      network
          .add(new Bus("low" + i, Phases.ABC, 0.4))
          .add(
              new Transformer(
                  "t" + i,
                  "" + i,
                  "low" + i,
                  Phases.ABC,
                  0.63,
                  20,
                  0.41,
                  0.01,
                  0.04,
                  0.002,
                  -0.01,
                  delta ? Winding.DELTA : Winding.GROUNDED_WYE,
                  Winding.GROUNDED_WYE,
                  delta ? 330 : 180));
      network.add(load(random, "l" + i, "low" + i, 0.1)).add(load(random, "m" + i, "" + i, 0.5));
    }
    return network.build();
  }

  private static Line line(Random random, String id, String from, String to) {
    double km = 1 + 4 * random.nextDouble();
    return new Line(
        id,
        from,
        to,
        Phases.ABC,
        km,
        new SymmetricMatrix(0.3, 0.1, 0.1, 0.3, 0.1, 0.3).times(km),
        new SymmetricMatrix(0.6, 0.25, 0.25, 0.6, 0.25, 0.6).times(km),
        new SymmetricMatrix(60e-6, -5e-6, -5e-6, 60e-6, -5e-6, 60e-6).times(km),
        Double.NaN);
  }

  private static Load load(Random random, String id, String bus, double most) {
    double mw = most * random.nextDouble();
    return new Load(
        id,
        bus,
        random.nextBoolean() ? Connection.WYE : Connection.DELTA,
        List.of(LoadModel.values()).get(random.nextInt(3)),
        new PhaseValues(mw, mw, mw),
        new PhaseValues(mw / 3, mw / 3, mw / 3));
  }

  private static Solution solved(PowerFlow method, Network network) {
    Solver solver = method.prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return solver.solution();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void currentInjectionAndNewtonFindTheSame(long seed) {
    Network network = network(seed);
    Solution injection = solved(new CurrentInjection(1e-13, 100), network);
    Solution newton = solved(new NewtonRaphson(1e-11, 20), network);
    for (int node = 0; node < injection.re().length; node++) {
      assertEquals(newton.re()[node], injection.re()[node], 1e-9, "node " + node);
      assertEquals(newton.im()[node], injection.im()[node], 1e-9, "node " + node);
    }
    for (int i = 0; i < injection.currentRe().length; i++) {
      assertEquals(newton.currentRe()[i], injection.currentRe()[i], 1e-5, "current " + i);
      assertEquals(newton.currentIm()[i], injection.currentIm()[i], 1e-5, "current " + i);
      assertEquals(newton.toCurrentRe()[i], injection.toCurrentRe()[i], 1e-5, "current " + i);
      assertEquals(newton.toCurrentIm()[i], injection.toCurrentIm()[i], 1e-5, "current " + i);
    }
    assertEquals(newton.sourceMw(), injection.sourceMw(), 1e-9);
    assertEquals(newton.sourceMvar(), injection.sourceMvar(), 1e-9);
    assertEquals(newton.loadMw(), injection.loadMw(), 1e-9);
    assertEquals(newton.lossesMw(), injection.lossesMw(), 1e-9);
    assertEquals(newton.lossesMvar(), injection.lossesMvar(), 1e-9);
  }
}
