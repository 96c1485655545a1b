package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Connection;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.RegulatorControl;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Follower;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.control.OuterLoops;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.sweep.RadialSweep;

/**
 * The regulators of the IEEE feeders under their published controls. Neither the published taps nor
 * the published voltages are what they must end at: positions that satisfy the relays are not
 * unique.
 */
class ControlledRegulatorsTest {
  private static final Network IEEE_13 = new Ieee13Factory().create(new Ieee13());
  private static final Network IEEE_34 = new Ieee34Factory().create(new Ieee34());
  private static final Network IEEE_123 = new Ieee123Factory().create(new Ieee123());

  private static final int PUBLISHED = Integer.MIN_VALUE;

  private static ControlledSolver controlled(PowerFlow method, Network network) {
    ControlledSolver solver = new OuterLoops().around(network, method.prepare(network));
    solver.moving(true);
    return solver;
  }

  /** From the published taps, from none, and from both ends. */
  private static void settles(PowerFlow method, Network network) {
    for (int start : new int[] {PUBLISHED, 0, 16, -16}) {
      for (int percent = 30; percent <= 100; percent += 10) {
        String where = network.name() + " at " + percent + " % load from " + start;
        ControlledSolver solver = controlled(method, network);
        Arrays.fill(solver.injections().loadScale(), percent / 100.0);
        if (start != PUBLISHED) {
          Arrays.fill(solver.injections().taps(), start);
        }
        assertEquals(Status.CONVERGED, solver.solve(), where);
        check(network, solver, where);
        assertEquals(Status.CONVERGED, solver.solve(), where);
        assertEquals(0, solver.tapMoves(), where + ": at rest");
      }
    }
  }

  private static void check(Network network, ControlledSolver solver, String where) {
    solver.flows();
    for (int e = 0; e < network.branches().size(); e++) {
      if (network.branches().get(e) instanceof Regulator regulator) {
        for (int phase = 0; phase < 3; phase++) {
          if (regulates(regulator, phase)) {
            check(network, solver, e, phase, where + ", " + regulator.id() + " " + phase);
          }
        }
      }
    }
  }

  private static boolean regulates(Regulator regulator, int phase) {
    int gang = regulator.control().orElseThrow().gangPhase();
    return regulator.phases().has(phase) && (gang < 0 || gang == phase);
  }

  /** |V / N_PT − (R' + jX') · I / CT_p|, from what the solution says. */
  private static double relayVolts(
      Network network, Solution solution, int branch, int phase, RegulatorControl control) {
    Regulator regulator = (Regulator) network.branches().get(branch);
    int bus = network.busIndex(regulator.to());
    double volts = 1000 * network.buses().get(bus).kv() / Math.sqrt(3) / control.ptRatio();
    double re = volts * solution.re()[3 * bus + phase];
    double im = volts * solution.im()[3 * bus + phase];
    double ampereRe = -solution.toCurrentRe()[3 * branch + phase] / control.ctAmpere();
    double ampereIm = -solution.toCurrentIm()[3 * branch + phase] / control.ctAmpere();
    double r = control.rVolts().get(phase);
    double x = control.xVolts().get(phase);
    return Math.hypot(re - (r * ampereRe - x * ampereIm), im - (r * ampereIm + x * ampereRe));
  }

  private static void check(
      Network network, ControlledSolver solver, int branch, int phase, String where) {
    Regulator regulator = (Regulator) network.branches().get(branch);
    RegulatorControl control = regulator.control().orElseThrow();
    double volts = relayVolts(network, solver.solution(), branch, phase, control);
    double off = volts - control.setVolts().get(phase);
    int tap = solver.injections().taps()[3 * branch + phase];
    assertTrue(Math.abs(tap) <= regulator.maxTap(), where);
    boolean inBand = Math.abs(off) <= control.bandVolts() / 2 + 1e-9;
    boolean atLimit = tap == (off < 0 ? regulator.maxTap() : -regulator.maxTap());
    assertTrue(inBand || atLimit, where + ": " + volts + " V at tap " + tap);
  }

  @Test
  void thoseOfIeee13EndInTheirBandsOrAtTheirLimits() {
    settles(new RadialSweep(), IEEE_13);
  }

  @Test
  void thoseOfIeee34EndInTheirBandsOrAtTheirLimits() {
    settles(new RadialSweep(), IEEE_34);
  }

  @Test
  void thoseOfIeee123EndInTheirBandsOrAtTheirLimits() {
    settles(new RadialSweep(), IEEE_123);
  }

  @Test
  void thoseOfIeee13DoSoByTheMeshedMethod() {
    settles(new CurrentInjection(), IEEE_13);
  }

  /** Minute by minute; every half hour loads change by up to a fifth of their rating. */
  @Test
  void overADayTheyComeToRestAfterEachChangeOfLoad() {
    for (Network network : List.of(IEEE_13, IEEE_34, IEEE_123)) {
      ControlledSolver solver = controlled(new RadialSweep(), network);
      int moves = 0;
      for (int halfHour = 0; halfHour < 48; halfHour++) {
        String where = network.name() + " in half hour " + halfHour;
        Arrays.fill(solver.injections().loadScale(), 0.65 + 0.35 * Math.sin(0.6 * halfHour));
        for (int minute = 0; minute < 30; minute++) {
          assertEquals(Status.CONVERGED, solver.solve(60), where);
          moves += solver.tapMoves();
        }
        assertEquals(0, solver.tapMoves(), where + ": at rest");
        check(network, solver, where);
      }
      assertTrue(moves > 0);
    }
  }

  /** Inverters on IEEE 1547-2018 category B volt-var curves, 1 MVA at 675 and 0.2 MVA on 652. */
  @Test
  void theySettleBesideVoltVarCurves() {
    ControlledSolver solver = controlled(new RadialSweep(), IEEE_13);
    int at675 = 3 * IEEE_13.busIndex("675");
    int at652 = 3 * IEEE_13.busIndex("652");
    Follower three =
        solver.follow(
            new int[] {at675, at675 + 1, at675 + 2},
            Connection.WYE,
            1,
            (pu, power) -> {
              power[0] = 0.8;
              power[1] = categoryB(pu);
            });
    Follower one =
        solver.follow(
            new int[] {at652}, Connection.WYE, 0.2, (pu, power) -> power[1] = 0.2 * categoryB(pu));
    for (int percent = 30; percent <= 100; percent += 10) {
      String where = "at " + percent + " % load";
      Arrays.fill(solver.injections().loadScale(), percent / 100.0);
      assertEquals(Status.CONVERGED, solver.solve(), where);
      check(IEEE_13, solver, where);
      Solution s = solver.solution();
      double mean = (s.magnitude(at675) + s.magnitude(at675 + 1) + s.magnitude(at675 + 2)) / 3;
      assertEquals(categoryB(mean), three.qMvar(), 1.01e-4, where);
      assertEquals(0.8, three.pMw(), 1.01e-4, where);
      assertEquals(0.2 * categoryB(s.magnitude(at652)), one.qMvar(), 0.2 * 1.01e-4, where);
    }
  }

  /** (0.92, +0.44) (0.98, 0) (1.02, 0) (1.08, −0.44). */
  private static double categoryB(double pu) {
    double beyond = pu < 0.98 ? 0.98 - pu : pu > 1.02 ? 1.02 - pu : 0;
    return Math.max(-0.44, Math.min(0.44, beyond * 0.44 / 0.06));
  }
}
