package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.RegulatorControl;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.control.OuterLoops;

/**
 * Regulators under their published settings. What must hold is each relay's voltage, in its band or
 * with the tap at its end: positions are not unique.
 */
class ControlledFeedersTest {
  static Stream<Named<Network>> feeders() {
    return Stream.of(
            new Ieee13Factory().create(new Ieee13()),
            new Ieee34Factory().create(new Ieee34()),
            new Ieee123Factory().create(new Ieee123()))
        .map(network -> Named.of(network.name(), network));
  }

  @ParameterizedTest
  @MethodSource("feeders")
  void fromThePublishedTapsEveryRelayEndsInItsBand(Network network) {
    ThreePhaseMethods.all().forEach(method -> settles(network, method.getPayload(), false, 1));
  }

  @ParameterizedTest
  @MethodSource("feeders")
  void fromNeutralEveryRelayEndsInItsBand(Network network) {
    ThreePhaseMethods.all().forEach(method -> settles(network, method.getPayload(), true, 1));
  }

  @ParameterizedTest
  @MethodSource("feeders")
  void atATenthOfTheLoadEveryRelayEndsInItsBand(Network network) {
    ThreePhaseMethods.all().forEach(method -> settles(network, method.getPayload(), false, 0.1));
  }

  private static void settles(Network network, PowerFlow method, boolean neutral, double load) {
    ControlledSolver solver = new OuterLoops().around(network, method.prepare(network));
    if (neutral) {
      Arrays.fill(solver.injections().taps(), 0);
    }
    Arrays.fill(solver.injections().loadScale(), load);
    solver.moving(true);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    for (int e = 0; e < network.branches().size(); e++) {
      if (network.branches().get(e) instanceof Regulator regulator) {
        relays(network, solver, regulator, 3 * e);
      }
    }
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, solver.tapMoves(), "it has come to rest");
  }

  private static void relays(Network network, ControlledSolver solver, Regulator of, int at) {
    RegulatorControl control = of.control().orElseThrow();
    int[] taps = solver.injections().taps();
    for (int phase = 0; phase < 3; phase++) {
      if (!of.phases().has(phase)) {
        continue;
      }
      if (control.gangPhase() >= 0 && control.gangPhase() != phase) {
        assertEquals(taps[at + control.gangPhase()], taps[at + phase], "ganged");
        continue;
      }
      RelayVoltage relay = RelayVoltage.of(network, solver.solution(), of, phase);
      boolean atItsEnd = taps[at + phase] == (relay.outside() < 0 ? 16 : -16);
      assertTrue(relay.outside() == 0 || atItsEnd, taps[at + phase] + " " + relay);
    }
  }
}
