package powergrid.networks.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import powergrid.api.network.Network;
import powergrid.api.plugin.NoFields;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.networks.cases.CigreMv.Der;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.newton.NewtonRaphson;
import powergrid.powerflow.sweep.RadialSweep;

class CasesTest {
  /** A built-in network and the folder of its reference. */
  record Case(String reference, Network network) {
    @Override
    public String toString() {
      return reference;
    }
  }

  static Stream<Case> all() {
    return Stream.concat(
        radial(),
        Stream.of(
            new Case("case14", new Case14Factory().create(new NoFields())),
            new Case("case118", new Case118Factory().create(new NoFields()))));
  }

  static Stream<Case> radial() {
    return Stream.of(
        new Case("cigre-lv", new CigreLvFactory().create(new NoFields())),
        new Case("cigre-mv", new CigreMvFactory().create(new CigreMv())),
        new Case("cigre-mv-pv-wind", new CigreMvFactory().create(new CigreMv(Der.PV_WIND))),
        new Case("cigre-mv-all", new CigreMvFactory().create(new CigreMv(Der.ALL))),
        new Case("case33bw", new Case33bwFactory().create(new NoFields())));
  }

  private static Solution solve(Network network, PowerFlow method) {
    Solver solver = method.prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return solver.solution();
  }

  @ParameterizedTest
  @MethodSource("all")
  void meetsTheVoltagesOfPandapower(Case c) {
    Reference reference = new Reference(c.reference());
    Solution solution = solve(c.network(), new NewtonRaphson());
    reference.voltages(c.network(), solution, reference.buses());
  }

  @ParameterizedTest
  @MethodSource("all")
  void meetsTheCurrentsOfPandapower(Case c) {
    new Reference(c.reference()).currents(c.network(), solve(c.network(), new NewtonRaphson()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void meetsLossesAndInfeedOfPandapower(Case c) {
    new Reference(c.reference()).powers(c.network(), solve(c.network(), new NewtonRaphson()));
  }

  @ParameterizedTest
  @MethodSource("radial")
  void threePhaseMethodsGiveTheBalancedAnswer(Case c) {
    Solution balanced = solve(c.network(), new NewtonRaphson(1e-11, 20));
    for (PowerFlow method :
        new PowerFlow[] {new RadialSweep(1e-12, 200), new CurrentInjection(1e-12, 200)}) {
      Solution solution = solve(c.network(), method);
      for (int n = 0; n < solution.re().length; n++) {
        assertEquals(balanced.re()[n], solution.re()[n], 1e-9);
        assertEquals(balanced.im()[n], solution.im()[n], 1e-9);
      }
    }
  }
}
