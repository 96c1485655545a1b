package powergrid.powerflow.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.powerflow.Solution;

/** Closed forms of loads' limits, generators and regulators' impedances. */
class ElementsTest {
  private static final double R = 0.03;
  private static final double X = 0.04;

  private static Network.Builder line() {
    return Network.builder("line")
        .add(Parts.bus("a"))
        .add(Parts.bus("b"))
        .add(Parts.line("a", "b", R, X))
        .add(new Source("source", "a", 1, 0));
  }

  private static Load limited(LoadModel model, double minPu, double maxPu) {
    return new Load("load", "b", Connection.WYE, model, Parts.each(2), Parts.each(1), minPu, maxPu);
  }

  /** The voltage behind the line at an admittance of g + jb. */
  private static double behind(double g, double b) {
    return 1 / Math.hypot(1 + R * g - X * b, R * b + X * g);
  }

  @Test
  void belowItsLimitConstantPowerIsTheImpedanceThatItIsThere() {
    Solution s = Parts.solved(line().add(limited(LoadModel.POWER, 0.95, 2))).solution();
    double v = behind(2 / (0.95 * 0.95), -1 / (0.95 * 0.95));
    assertEquals(v, s.magnitude(3), 1e-11);
    assertEquals(6 * v * v / (0.95 * 0.95), s.loadMw(), 1e-10);
    assertEquals(0, s.converted());
  }

  @Test
  void belowItsLimitConstantCurrentIsTheImpedanceThatItIsThere() {
    Solution s = Parts.solved(line().add(limited(LoadModel.CURRENT, 0.95, 2))).solution();
    assertEquals(behind(2 / 0.95, -1 / 0.95), s.magnitude(3), 1e-11);
  }

  @Test
  void aboveItsLimitConstantPowerIsTheImpedanceThatItIsThere() {
    Solution s = Parts.solved(line().add(limited(LoadModel.POWER, 0.1, 0.8))).solution();
    assertEquals(behind(2 / 0.64, -1 / 0.64), s.magnitude(3), 1e-11);
  }

  @ParameterizedTest
  @EnumSource
  void atItsLimitALoadIsWhatItWasWithout(LoadModel model) {
    double v = Parts.solved(line().add(limited(model, 0, 2))).solution().magnitude(3);
    Solution below = Parts.solved(line().add(limited(model, v + 1e-6, 2))).solution();
    Solution above = Parts.solved(line().add(limited(model, 0.1, v - 1e-6))).solution();
    assertEquals(v, below.magnitude(3), 1e-6);
    assertEquals(v, above.magnitude(3), 1e-6);
  }

  @Test
  void aGeneratorRaisesTheVoltageAsALoadLowersIt() {
    Network.Builder network = line().add(new Generator("g", "b", 6, 3, Double.NaN));
    Solution s = Parts.solved(network).solution();
    assertEquals(Parts.receiving(R, X, -2, -1), s.magnitude(3), 1e-11);
    assertEquals(3, s.generatorsMvar()[0], 1e-12);
    assertEquals(-6, s.sourceMw() - s.lossesMw(), 1e-10);
  }

  /** A regulator of an impedance of R + jX pu at bus a, whatever the tap. */
  private static Network.Builder regulated(String from, String to, int tap) {
    return Network.builder("regulated")
        .add(Parts.bus("a"))
        .add(Parts.bus("b"))
        .add(
            new Regulator(
                "reg",
                from,
                to,
                Phases.ABC,
                0.00625,
                16,
                new PhaseValues(tap, tap, tap),
                Parts.each(R * Parts.OHM),
                Parts.each(X * Parts.OHM),
                Optional.empty()))
        .add(Parts.load("b", LoadModel.POWER, 2, 1))
        .add(new Source("source", "a", 1, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-16, 0, 5, 16})
  void aRegulatorsImpedanceIsAtItsFromSideWhateverTheTap(int tap) {
    Solution s = Parts.solved(regulated("a", "b", tap)).solution();
    double behind = Parts.receiving(R, X, 2, 1);
    assertEquals((1 + 0.00625 * tap) * behind, s.magnitude(3), 1e-11);
    assertEquals(3 * R * 5 / (behind * behind), s.lossesMw(), 1e-10);
  }

  @ParameterizedTest
  @ValueSource(ints = {-16, 0, 5, 16})
  void fedFromItsToSideItLowersVoltageAheadOfItsImpedance(int tap) {
    Solution s = Parts.solved(regulated("b", "a", tap)).solution();
    double ratio = 1 / (1 + 0.00625 * tap);
    // seen from the load: a source of this ratio behind R + jX
    double square = ratio * ratio;
    double v = ratio * Parts.receiving(R / square, X / square, 2, 1);
    assertEquals(v, s.magnitude(3), 1e-11);
  }
}
