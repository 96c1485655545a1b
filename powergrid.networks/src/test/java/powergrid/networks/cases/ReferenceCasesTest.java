package powergrid.networks.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import powergrid.api.network.Network;
import powergrid.api.plugin.NoFields;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.networks.Table;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.newton.NewtonRaphson;
import powergrid.powerflow.sweep.RadialSweep;

/** The solutions of pandapower 3.5.4, Newton to 1e-10 MVA: see the tables beside this class. */
class ReferenceCasesTest {
  private static final double VOLTAGE_PU = 1e-8;
  private static final double ANGLE_DEG = 1e-6;
  private static final double POWER_MW = 1e-6;

  /** A case and the name of its tables. */
  enum Case {
    CASE14("case14"),
    CASE118("case118"),
    CASE33BW("case33bw"),
    CIGRE_LV("cigre-lv"),
    CIGRE_MV("cigre-mv"),
    CIGRE_MV_PV_WIND("cigre-mv-pv-wind"),
    CIGRE_MV_ALL("cigre-mv-all");

    private final String tables;

    Case(String tables) {
      this.tables = tables;
    }

    Network network() {
      return switch (this) {
        case CASE14 -> new Case14Factory().create(new NoFields());
        case CASE118 -> new Case118Factory().create(new NoFields());
        case CASE33BW -> new Case33bwFactory().create(new NoFields());
        case CIGRE_LV -> new CigreLvFactory().create(new NoFields());
        case CIGRE_MV -> new CigreMvFactory().create(new CigreMv(CigreMv.Der.NONE));
        case CIGRE_MV_PV_WIND -> new CigreMvFactory().create(new CigreMv(CigreMv.Der.PV_WIND));
        case CIGRE_MV_ALL -> new CigreMvFactory().create(new CigreMv(CigreMv.Der.ALL));
      };
    }

    List<Table.Row> expected(String table) {
      return Table.read("cases/" + tables + "/" + table + ".csv").rows();
    }
  }

  private static Solution solve(PowerFlow method, Network network) {
    Solver solver = method.prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return solver.solution();
  }

  private static void compare(Case of, Network network, Solution solution) {
    List<Table.Row> expected = of.expected("res_bus");
    assertTrue(expected.size() >= 14);
    for (Table.Row row : expected) {
      String bus = row.text("bus");
      int node = 3 * network.busIndex(bus);
      assertEquals(row.number("vm_pu"), solution.magnitude(node), VOLTAGE_PU, bus);
      double turn = row.number("va_deg") - solution.angleDeg(node);
      assertEquals(0, Math.IEEEremainder(turn, 360), ANGLE_DEG, bus);
    }
    Table.Row total = of.expected("res_total").get(0);
    assertEquals(total.number("source_mw"), solution.sourceMw(), POWER_MW);
    assertEquals(total.number("source_mvar"), solution.sourceMvar(), POWER_MW);
    assertEquals(total.number("losses_mw"), solution.lossesMw(), POWER_MW);
  }

  @ParameterizedTest
  @EnumSource
  void newtonMeetsTheReference(Case of) {
    Network network = of.network();
    Solution solution = solve(new NewtonRaphson(), network);
    compare(of, network, solution);
  }

  @ParameterizedTest
  @EnumSource(names = {"CASE14", "CASE118"})
  void generatorsSupplyTheReactivePowerThatTheirVoltagesTake(Case of) {
    Network network = of.network();
    Solution solution = solve(new NewtonRaphson(), network);
    List<Table.Row> expected = of.expected("res_gen");
    assertEquals(expected.size(), network.generators().size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(
          expected.get(i).number("mvar"),
          solution.generatorsMvar()[i],
          1e-5,
          expected.get(i).text("generator"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CASE14", "CASE118"})
  void threePhaseMethodsMeetItToo(Case of) {
    Network network = of.network();
    for (PowerFlow method :
        List.of(new RadialSweep(1e-12, 300), new CurrentInjection(1e-11, 300))) {
      assertEquals(Optional.empty(), method.refuses(network), of + " by " + method);
      compare(of, network, solve(method, network));
    }
  }

  @Test
  void generatorsThatControlVoltageAreTheBalancedMethodsAlone() {
    Network network = Case.CASE14.network();
    assertTrue(new RadialSweep().refuses(network).orElse("").contains("gen 2 controls voltage"));
    assertEquals(Optional.empty(), new NewtonRaphson().refuses(network));
  }

  @Test
  void assumedZeroSequencesAreSaid() {
    assertEquals(1, Case.CIGRE_LV.network().assumptions().size());
  }
}
