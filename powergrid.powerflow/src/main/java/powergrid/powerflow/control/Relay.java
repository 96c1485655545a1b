package powergrid.powerflow.control;

import powergrid.api.network.RegulatorControl;

/**
 * The voltage relay of one phase of a regulator: {@code |V / N_PT − (R' + jX') · I / CT_p|} with
 * the compensator's settings in volts (W. H. Kersting, Distribution System Modeling and Analysis,
 * 3rd ed., section 7.4).
 */
final class Relay {
  private final RegulatorControl control;
  private final double set;
  private final double r;
  private final double x;

  Relay(RegulatorControl control, int phase) {
    this.control = control;
    set = control.setVolts().get(phase);
    r = control.rVolts().get(phase);
    x = control.xVolts().get(phase);
  }

  /**
   * The voltage that it sees.
   *
   * @param vRe voltage of the side that is regulated, V
   * @param vIm likewise
   * @param iRe current out of that side towards the loads, A
   * @param iIm likewise
   * @return V on the relay
   */
  double volts(double vRe, double vIm, double iRe, double iIm) {
    double re = vRe / control.ptRatio() - (r * iRe - x * iIm) / control.ctAmpere();
    double im = vIm / control.ptRatio() - (r * iIm + x * iRe) / control.ctAmpere();
    return Math.sqrt(re * re + im * im);
  }

  /** 1 if a voltage is below the band, −1 if above, 0 inside. */
  int raise(double volts) {
    double half = control.bandVolts() / 2;
    return volts < set - half ? 1 : volts > set + half ? -1 : 0;
  }
}
