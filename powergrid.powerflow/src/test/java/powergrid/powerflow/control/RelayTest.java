package powergrid.powerflow.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static powergrid.powerflow.control.RegulatedFeeder.ONES;
import static powergrid.powerflow.control.RegulatedFeeder.control;

import org.junit.jupiter.api.Test;
import powergrid.api.network.RegulatorControl;
import powergrid.api.network.ReverseMode;

/** The arithmetic of a regulator's relay. */
class RelayTest {
  /**
   * W. H. Kersting, Distribution System Modeling and Analysis, section 7.4: a 4.16 kV substation
   * with 2.4 kV–120 V and 700:5 instruments and a line of 0.3 + j0.9 Ω, so R' + jX' = 10.5 + j31.5
   * V, feeds 2500 kVA at a power factor of 0.9 lagging. The relay sees 109.24 V.
   */
  @Test
  void seesWhatKerstingComputes() {
    RegulatorControl control =
        new RegulatorControl(
            ONES.times(120),
            2,
            20,
            700,
            ONES.times(10.5),
            ONES.times(31.5),
            30,
            2,
            -1,
            ReverseMode.IDLE);
    double ampere = 2500 / (Math.sqrt(3) * 4.16);
    Relay relay = new Relay(control, 0);
    double volts = relay.volts(4160 / Math.sqrt(3), 0, 0.9 * ampere, -Math.sqrt(1 - 0.81) * ampere);
    assertEquals(109.24, volts, 0.005);
    assertEquals(1, relay.raise(volts));
  }

  @Test
  void theBandLiesHalfOnEachSide() {
    Relay relay = new Relay(control(120, 0, 0, 30, -1, ReverseMode.IDLE), 2);
    assertEquals(1, relay.raise(118.99));
    assertEquals(0, relay.raise(119.01));
    assertEquals(0, relay.raise(120.99));
    assertEquals(-1, relay.raise(121.01));
  }
}
