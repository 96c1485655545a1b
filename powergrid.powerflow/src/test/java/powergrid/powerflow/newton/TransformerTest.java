package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static powergrid.powerflow.newton.Parts.bus;
import static powergrid.powerflow.newton.Parts.current;
import static powergrid.powerflow.newton.Parts.line;
import static powergrid.powerflow.newton.Parts.load;
import static powergrid.powerflow.newton.Parts.solve;
import static powergrid.powerflow.newton.Parts.source;
import static powergrid.powerflow.newton.Parts.transformer;

import org.junit.jupiter.api.Test;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;

class TransformerTest {
  private static Network.Builder buses() {
    return Network.builder("two").add(bus("a")).add(bus("b")).add(source("a"));
  }

  @Test
  void toSideLagsByTheShift() {
    Solution s = solve(buses().add(transformer("a", "b", 0.05, 0, 0, 1, 150)));
    assertEquals(-150, s.angleDeg(3), 1e-10);
    assertEquals(90, s.angleDeg(4), 1e-10);
    assertEquals(1, s.magnitude(5), 1e-13);
  }

  @Test
  void noLoadCurrentFlowsThroughHalfTheImpedance() {
    double x = 0.2;
    double b = -0.5;
    Solution s = solve(buses().add(transformer("a", "b", x, 0, b, 1, 30)));
    double current = 1 / (x / 2 - 1 / b);
    assertEquals(current, current(s, 0), 1e-12);
    assertEquals(-current / b, s.magnitude(3), 1e-12);
    assertEquals(3 * current, s.lossesMvar(), 1e-11);
  }

  @Test
  void noLoadAdmittanceIsInTheMiddleUnderLoadToo() {
    double x = 0.3;
    double g = 0.4;
    double ratio = 1.05;
    Solution s =
        solve(
            buses()
                .add(transformer("a", "b", x, g, 0, ratio, 30))
                .add(load("b", LoadModel.IMPEDANCE, 2, 0)));
    // half of x, then g beside the other half and the load's 1/2
    double square = 0.25 + x * x / 4;
    double re = g + 0.5 / square;
    double im = -x / 2 / square;
    // middle voltage over the source's, turned to the to side: 1 / (1 + jx/2 · (re + j im))
    double middle = ratio / Math.hypot(1 - x / 2 * im, x / 2 * re);
    assertEquals(middle / Math.sqrt(square) / 2, s.magnitude(3), 1e-12);
    assertEquals(3 * g * middle * middle, s.lossesMw(), 1e-11);
  }

  @Test
  void transformerWithoutImpedanceIsExact() {
    Solution s =
        solve(buses().add(transformer("a", "b", 0, 0.1, 0, 1.1, 30)).add(load("b", 1, 0.5)));
    assertEquals(1.1, s.magnitude(3), 1e-14);
    assertEquals(-30, s.angleDeg(3), 1e-12);
    assertEquals(3 * (1 + 0.1 * 1.21), s.sourceMw(), 1e-12);
    assertEquals(Math.hypot(1 + 0.1 * 1.21, 0.5), current(s, 0), 1e-12);
    assertEquals(3 * 0.1 * 1.21, s.lossesMw(), 1e-12);
  }

  @Test
  void phaseShifterDrivesACurrentRoundItsLoop() {
    double angle = Math.toRadians(10);
    double line = 1 / 0.1;
    double shifter = 1 / 0.3;
    Solution s =
        solve(
            buses()
                .add(line("a", "b", 0, 0.1, 0))
                .add(transformer("a", "b", 0.3, 0, 0, 1, 10).renamed("shifting "))
                .add(bus("shifting a"))
                .add(bus("shifting b"))
                .add(Parts.closed("a", "shifting a"))
                .add(Parts.closed("b", "shifting b")));
    // V_b = (line + shifter · e^−jφ) / (line + shifter)
    double re = (line + shifter * Math.cos(angle)) / (line + shifter);
    double im = -shifter * Math.sin(angle) / (line + shifter);
    assertEquals(re, s.re()[3], 1e-12);
    assertEquals(im, s.im()[3], 1e-12);
    double round = line * Math.hypot(1 - re, im);
    assertEquals(round, current(s, 0), 1e-11);
    assertEquals(round, current(s, 1), 1e-11);
    assertEquals(round, current(s, 2), 1e-11);
    assertEquals(round, current(s, 3), 1e-11);
  }
}
