package powergrid.api.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Corners of the default characteristics of IEEE Std 1547-2018, and what lies between them. */
class VoltageCurveTest {
  private static void check(Polyline curve, double[][] points) {
    for (double[] point : points) {
      assertEquals(point[1], curve.at(point[0]), 1e-12, "at " + point[0] + " pu");
    }
  }

  @Test
  void voltVarOfCategoryAHasNoDeadBand() {
    check(
        VoltageCurve.voltVar(VoltageCurve.Category.A),
        new double[][] {
          {0.8, 0.25},
          {0.90, 0.25},
          {0.95, 0.125},
          {1.00, 0},
          {1.05, -0.125},
          {1.10, -0.25},
          {1.2, -0.25}
        });
  }

  @Test
  void voltVarOfCategoryBHasOneFrom98To102Percent() {
    check(
        VoltageCurve.voltVar(VoltageCurve.Category.B),
        new double[][] {
          {0.9, 0.44},
          {0.92, 0.44},
          {0.95, 0.22},
          {0.98, 0},
          {1.00, 0},
          {1.02, 0},
          {1.05, -0.22},
          {1.08, -0.44},
          {1.1, -0.44}
        });
  }

  @Test
  void voltWattFallsFrom106To110Percent() {
    check(
        VoltageCurve.voltWatt(),
        new double[][] {{1, 1}, {1.06, 1}, {1.08, 0.6}, {1.10, 0.2}, {1.2, 0.2}});
  }

  @Test
  void cornersDoNotDescend() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Polyline(new double[] {1, 0.9}, new double[] {0, 0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Polyline(new double[] {1, 1}, new double[] {0, 1}));
    assertThrows(
        IllegalArgumentException.class, () -> new Polyline(new double[] {1}, new double[] {}));
  }
}
