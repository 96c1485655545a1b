package powergrid.powerflow.meshed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
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
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.reference.NodalReference;

/** Transformer banks of every connection, closed and open, in loops. */
class BanksTest {
  /**
   * A bank.
   *
   * @param from winding
   * @param to winding
   * @param clock number
   * @param units present
   */
  record Bank(Winding from, Winding to, int clock, Phases units) {}

  static List<Bank> banks() {
    List<Bank> banks = new ArrayList<>();
    for (Winding from : Winding.values()) {
      for (Winding to : Winding.values()) {
        boolean odd = (from == Winding.DELTA) != (to == Winding.DELTA);
        for (int clock = odd ? 1 : 0; clock < 12; clock += 2) {
          banks.add(new Bank(from, to, clock, Phases.ABC));
        }
        if (from != Winding.WYE && to == Winding.DELTA) {
          banks.add(new Bank(from, to, odd ? 1 : 0, Phases.AB));
          banks.add(new Bank(from, to, odd ? 11 : 6, Phases.BC));
        }
      }
    }
    return banks;
  }

  private static Transformer transformer(Bank bank, String id, double toKv, double g, double b) {
    return new Transformer(
        id,
        "s",
        "t",
        bank.units(),
        2,
        12,
        toKv,
        0.01,
        0.05,
        g,
        b,
        bank.from(),
        bank.to(),
        30.0 * bank.clock());
  }

  private static Line line(String id, String from, String to) {
    return new Line(
        id,
        from,
        to,
        Phases.ABC,
        1,
        new SymmetricMatrix(0.3, 0.1, 0.08, 0.32, 0.1, 0.3),
        new SymmetricMatrix(0.6, 0.2, 0.16, 0.62, 0.2, 0.6),
        SymmetricMatrix.ZERO,
        Double.NaN);
  }

  /** Two unlike banks side by side, an unbalanced load, capacitors that ground the far side. */
  private static Network.Builder network(Bank bank, double g, double b) {
    return Network.builder("banks")
        .add(new Bus("source", Phases.ABC, 12.47))
        .add(new Bus("s", Phases.ABC, 12.47))
        .add(new Bus("t", Phases.ABC, 4.16))
        .add(new Bus("u", Phases.ABC, 4.16))
        .add(new Source("source", "source", 1.02, 17))
        .add(line("one", "source", "s"))
        .add(transformer(bank, "bank", 4.16, g, b))
        .add(transformer(bank, "beside", 4.2, g, b))
        .add(line("other", "t", "u"))
        .add(
            new Load(
                "load",
                "u",
                Connection.DELTA,
                LoadModel.POWER,
                new PhaseValues(0.3, 0.1, 0.2),
                new PhaseValues(0.1, 0.05, 0)));
  }

  private static Network grounded(Bank bank) {
    return network(bank, 0, 0)
        .add(new Capacitor("t", "t", Connection.WYE, new PhaseValues(0.1, 0.2, 0.15), true))
        .add(new Capacitor("u", "u", Connection.DELTA, new PhaseValues(0.1, 0, 0.15), true))
        .build();
  }

  private static Solver solved(Network network) {
    Solver solver = new CurrentInjection(1e-13, 200).prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return solver;
  }

  static List<Bank> definite() {
    // between two floating neutrals, their common potential has no value in nodal analysis
    return banks().stream().filter(b -> b.from() != Winding.WYE || b.to() != Winding.WYE).toList();
  }

  @ParameterizedTest
  @MethodSource("definite")
  void agreesWithDenseNodalAnalysis(Bank bank) {
    Network network = grounded(bank);
    Solver solver = solved(network);
    Solution s = solver.solution();
    NodalReference reference = new NodalReference(network, solver.injections());
    for (int node = 0; node < s.re().length; node++) {
      assertEquals(reference.re(node), s.re()[node], 1e-9, "node " + node);
      assertEquals(reference.im(node), s.im()[node], 1e-9, "node " + node);
    }
    for (int i = 0; i < s.currentRe().length; i++) {
      assertEquals(reference.current(i / 3, i % 3)[0], s.currentRe()[i], 1e-5, "current " + i);
      assertEquals(reference.current(i / 3, i % 3)[1], s.currentIm()[i], 1e-5, "current " + i);
      assertEquals(reference.toCurrent(i / 3, i % 3)[0], s.toCurrentRe()[i], 1e-5);
      assertEquals(reference.toCurrent(i / 3, i % 3)[1], s.toCurrentIm()[i], 1e-5);
    }
    assertEquals(reference.sourceMw, s.sourceMw(), 1e-9);
    assertEquals(reference.sourceMvar, s.sourceMvar(), 1e-9);
    assertEquals(reference.lossesMw, s.lossesMw(), 1e-9);
    assertEquals(reference.lossesMvar, s.lossesMvar(), 1e-9);
  }

  @ParameterizedTest
  @MethodSource("banks")
  void noCurrentLeavesThroughAFloatingNeutralOrADelta(Bank bank) {
    for (double b : new double[] {0, -0.02}) {
      Solution s = solved(network(bank, -b / 10, b).build()).solution();
      for (int e = 1; e < 3; e++) {
        if (bank.from() != Winding.GROUNDED_WYE) {
          assertEquals(0, sum(s.currentRe(), e), 1e-5);
          assertEquals(0, sum(s.currentIm(), e), 1e-5);
        }
        if (bank.to() != Winding.GROUNDED_WYE) {
          assertEquals(0, sum(s.toCurrentRe(), e), 1e-5);
          assertEquals(0, sum(s.toCurrentIm(), e), 1e-5);
        }
      }
      assertEquals(s.sourceMw(), s.loadMw() + s.lossesMw(), 1e-9);
      assertEquals(0.6, s.loadMw(), 1e-9);
    }
  }

  private static double sum(double[] current, int e) {
    return current[3 * e] + current[3 * e + 1] + current[3 * e + 2];
  }
}
