package powergrid.engine.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/** Which branches may close between two live buses, from their vector groups. */
class SwitchingTest {
  private static final List<Bus> BUSES =
      List.of(new Bus("high", Phases.ABC, 12.47), new Bus("low", Phases.ABC, 4.16));

  private final Network network =
      Network.builder("tie")
          .add(BUSES.get(0))
          .add(BUSES.get(1))
          .add(new Source("grid", "high", 1, 0))
          .add(transformer("dyn1", Winding.DELTA, Winding.GROUNDED_WYE, 30))
          .add(transformer("dyn11", Winding.DELTA, Winding.GROUNDED_WYE, 330))
          .add(transformer("ynyn0", Winding.GROUNDED_WYE, Winding.GROUNDED_WYE, 0))
          .add(transformer("ynyn6", Winding.GROUNDED_WYE, Winding.GROUNDED_WYE, 180))
          .add(transformer("ynd5", Winding.GROUNDED_WYE, Winding.DELTA, 150))
          .add(transformer("dd0", Winding.DELTA, Winding.DELTA, 0))
          .build();
  private final Injections injections = new Injections(network);
  private final Solution solution = new Solution(network);

  private static Transformer transformer(String id, Winding from, Winding to, double shift) {
    return new Transformer(
        id, "high", "low", Phases.ABC, 1, 12.47, 4.16, 0.01, 0.06, 0, 0, from, to, shift);
  }

  /** The low bus lags the high bus by an angle, both at a magnitude. */
  private void voltages(double low, double lagDeg) {
    for (int phase = 0; phase < 3; phase++) {
      double high = Math.toRadians(-120 * phase);
      solution.re()[phase] = Math.cos(high);
      solution.im()[phase] = Math.sin(high);
      solution.re()[3 + phase] = low * Math.cos(high - Math.toRadians(lagDeg));
      solution.im()[3 + phase] = low * Math.sin(high - Math.toRadians(lagDeg));
    }
  }

  private int refused(int branch, boolean blackout) {
    Switching switching =
        new Switching(
            network, List.of(new Feeder.Event(0, branch, true)), List.of(0, 1, 2, 3, 4, 5));
    switching.reset(injections);
    switching.begin(0, injections, solution, blackout);
    assertEquals(switching.refused() == 0, injections.closed()[branch]);
    return switching.refused();
  }

  @ParameterizedTest
  @CsvSource({"0, 30", "1, 330", "2, 0", "3, 180", "4, 150", "5, 0"})
  void aTransformerClosesWhereItsVectorGroupIsTheAngleBetweenItsSides(int branch, double lag) {
    for (int angle = 0; angle < 360; angle += 30) {
      voltages(1, angle);
      assertEquals(angle == lag ? 0 : 1, refused(branch, false), angle + "°");
    }
  }

  @Test
  void limitsAreOfMagnitudeAndAngle() {
    voltages(1.04, 39);
    assertEquals(0, refused(0, false));
    voltages(1.06, 30);
    assertEquals(1, refused(0, false));
    voltages(1, 41);
    assertEquals(1, refused(0, false));
  }

  @Test
  void aDarkSideAndABlackoutTakeAnything() {
    voltages(0, 0);
    assertEquals(0, refused(0, false));
    voltages(1, 0);
    assertEquals(0, refused(0, true));
  }
}
