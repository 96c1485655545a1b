package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Source;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.networks.ThreeMicrogrids.Corner;
import powergrid.powerflow.control.OuterLoops;
import powergrid.powerflow.sweep.RadialSweep;

/** Microgrids whose ties open and close again. */
class IslandingTest {
  private static final Network NETWORK = ThreeMicrogrids.network();

  /** With sources in the microgrids that form their voltage when the operator does not. */
  private static final Network FORMING =
      ThreeMicrogrids.network(
          builder -> {
            for (String microgrid : ThreeMicrogrids.MICROGRIDS) {
              builder.add(former(microgrid));
            }
            return builder;
          });

  private static Source former(String microgrid) {
    double unlimited = Double.POSITIVE_INFINITY;
    return new Source(microgrid + " former", microgrid + ".650", 1, 0, true, unlimited);
  }

  private static void tie(Network network, Solver solver, String microgrid, boolean closed) {
    int tie = ThreeMicrogrids.branch(network, "tie " + microgrid);
    solver.injections().closed()[tie] = closed;
  }

  private static Solver solved(PowerFlow method, Network network) {
    Solver solver = method.prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    return solver;
  }

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void withoutASourceAnIslandIsDarkAndItsLoadUnsupplied(PowerFlow method) {
    for (String microgrid : ThreeMicrogrids.MICROGRIDS) {
      Solver solver = solved(method, NETWORK);
      assertEquals(0, solver.solution().unsuppliedMw());
      tie(NETWORK, solver, microgrid, false);
      assertEquals(Status.CONVERGED, solver.solve());
      assertEquals(ThreeMicrogrids.MICROGRID_MW, solver.solution().unsuppliedMw(), 1e-12);
      for (int node = 0; node < 3 * NETWORK.buses().size(); node++) {
        Bus bus = NETWORK.buses().get(node / 3);
        boolean live = bus.phases().has(node % 3) && !bus.id().startsWith(microgrid + ".");
        assertEquals(live, solver.solution().magnitude(node) > 0.5, bus.id());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void withAllTiesOpenTheOperatorIsAsIfAlone(PowerFlow method) {
    Solver solver = method.prepare(NETWORK);
    ThreeMicrogrids.MICROGRIDS.forEach(microgrid -> tie(NETWORK, solver, microgrid, false));
    assertEquals(Status.CONVERGED, solver.solve());
    Network alone =
        Network.builder("operator")
            .include(new Ieee34Factory().create(new Ieee34()), "", 0.5, 1)
            .add(new Source("substation", "800", 1.05, 0))
            .build();
    sameVoltages(alone, solved(method, alone).solution(), NETWORK, "", solver.solution(), 2e-6);
    assertEquals(3 * ThreeMicrogrids.MICROGRID_MW, solver.solution().unsuppliedMw(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void withAFormingSourceAnIslandCarriesOnAsIfAlone(PowerFlow method) {
    Network alone =
        Network.builder("microgrid")
            .include(new Ieee13Factory().create(new Ieee13()), "", 0.2, 0.2)
            .add(new Source("source", "650", 1, 0))
            .build();
    Solution expected = solved(method, alone).solution();
    for (String microgrid : ThreeMicrogrids.MICROGRIDS) {
      Solver solver = solved(method, FORMING);
      int former = 1 + ThreeMicrogrids.MICROGRIDS.indexOf(microgrid);
      assertEquals(0, solver.solution().sourceMw(former), "it stands by");
      tie(FORMING, solver, microgrid, false);
      assertEquals(Status.CONVERGED, solver.solve());
      assertEquals(0, solver.solution().unsuppliedMw());
      assertEquals(expected.sourceMw(), solver.solution().sourceMw(former), 1e-5);
      sameVoltages(alone, expected, FORMING, microgrid + ".", solver.solution(), 2e-6);
    }
  }

  private static void sameVoltages(
      Network part, Solution expected, Network whole, String prefix, Solution found, double pu) {
    for (int bus = 0; bus < part.buses().size(); bus++) {
      String id = prefix + part.buses().get(bus).id();
      for (int phase = 0; phase < 3; phase++) {
        int there = 3 * whole.busIndex(id) + phase;
        assertEquals(expected.re()[3 * bus + phase], found.re()[there], pu, id);
        assertEquals(expected.im()[3 * bus + phase], found.im()[there], pu, id);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void aFormingSourceThatStandsByChangesNothing(PowerFlow method) {
    Solution without = solved(method, NETWORK).solution();
    Solution with = solved(method, FORMING).solution();
    assertArrayEquals(without.re(), with.re());
    assertArrayEquals(without.im(), with.im());
  }

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void reclosedTheSameVoltagesAreFoundToTheBit(PowerFlow method) {
    for (Network network : List.of(NETWORK, FORMING)) {
      Solver solver = solved(method, network);
      double[] re = solver.solution().re().clone();
      double[] im = solver.solution().im().clone();
      assertEquals(Status.CONVERGED, solver.solve());
      double[] again = solver.solution().re().clone();
      for (String microgrid : ThreeMicrogrids.MICROGRIDS) {
        tie(network, solver, microgrid, false);
        assertEquals(Status.CONVERGED, solver.solve());
        tie(network, solver, microgrid, true);
        System.arraycopy(re, 0, solver.solution().re(), 0, re.length);
        System.arraycopy(im, 0, solver.solution().im(), 0, im.length);
        assertEquals(Status.CONVERGED, solver.solve());
        assertArrayEquals(again, solver.solution().re(), microgrid);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void reclosedWithoutThoseVoltagesTheSolutionIsTheSameToTheTolerance(PowerFlow method) {
    Solver solver = solved(method, FORMING);
    double[] re = solver.solution().re().clone();
    for (boolean closed : new boolean[] {false, true}) {
      for (String microgrid : ThreeMicrogrids.MICROGRIDS) {
        tie(FORMING, solver, microgrid, closed);
        assertEquals(Status.CONVERGED, solver.solve());
      }
    }
    assertArrayEquals(re, solver.solution().re(), 1e-5);
  }

  /** Islanded, a regulator is locked: its taps stay, those of the others go on. */
  @ParameterizedTest
  @ValueSource(strings = {"MG1", "MG2", "MG3"})
  void regulatorsOfAnIslandKeepTheirTaps(String microgrid) {
    ControlledSolver solver = controlled();
    int own = 3 * ThreeMicrogrids.branch(FORMING, microgrid + ".650-RG60");
    tie(FORMING, solver, microgrid, false);
    int[] before = solver.injections().taps().clone();
    Corner.EXPORT.on(FORMING, solver.injections());
    assertEquals(Status.CONVERGED, solver.solve());
    int[] after = solver.injections().taps();
    int elsewhere = 0;
    for (int i = 0; i < after.length; i++) {
      elsewhere += Math.abs(after[i] - before[i]);
    }
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(before[own + phase], after[own + phase]);
    }
    assertTrue(elsewhere > 0);
  }

  /** With controls too, what was saved and restored goes on to the same bits. */
  @Test
  void anIslandingIsForgottenWhenEverythingIsRestored() throws IOException {
    ControlledSolver solver = controlled();
    int[] taps = solver.injections().taps().clone();
    double[] re = solver.solution().re().clone();
    double[] im = solver.solution().im().clone();
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    solver.save(new DataOutputStream(saved));
    Corner.HALF_GENERATION.on(FORMING, solver.injections());
    assertEquals(Status.CONVERGED, solver.solve(20));
    double[] expected = solver.solution().re().clone();
    int[] moved = solver.injections().taps().clone();

    tie(FORMING, solver, "MG2", false);
    Corner.EXPORT.on(FORMING, solver.injections());
    assertEquals(Status.CONVERGED, solver.solve(300));

    tie(FORMING, solver, "MG2", true);
    Corner.HALF_GENERATION.on(FORMING, solver.injections());
    System.arraycopy(taps, 0, solver.injections().taps(), 0, taps.length);
    System.arraycopy(re, 0, solver.solution().re(), 0, re.length);
    System.arraycopy(im, 0, solver.solution().im(), 0, im.length);
    solver.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
    assertEquals(Status.CONVERGED, solver.solve(20));
    assertArrayEquals(expected, solver.solution().re());
    assertArrayEquals(moved, solver.injections().taps());
  }

  /** At rest at full load. */
  private static ControlledSolver controlled() {
    ControlledSolver solver = new OuterLoops().around(FORMING, new RadialSweep().prepare(FORMING));
    solver.moving(true);
    assertEquals(Status.CONVERGED, solver.solve());
    return solver;
  }
}
