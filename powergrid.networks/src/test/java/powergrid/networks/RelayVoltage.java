package powergrid.networks;

import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.RegulatorControl;
import powergrid.api.powerflow.Solution;

/**
 * What a regulator's relay sees, |V / N − (R + jX) · I / CT|, by W. H. Kersting, Distribution
 * System Modeling and Analysis, chapter 7; computed apart from the controls. Of a regulator without
 * impedance, the current behind it is that before it over its ratio.
 */
record RelayVoltage(Regulator regulator, int phase, double volts, boolean reverse) {
  /**
   * Reads a relay. Where power flows backwards, the compensator is out of service, as in the mode
   * for feeders with generation.
   */
  static RelayVoltage of(Network network, Solution solution, Regulator regulator, int phase) {
    RegulatorControl control = regulator.control().orElseThrow();
    Bus to = network.bus(regulator.to());
    int node = 3 * network.busIndex(regulator.to()) + phase;
    int from = 3 * network.busIndex(regulator.from()) + phase;
    int end = 3 * network.branches().indexOf(regulator) + phase;
    double ratio = solution.magnitude(node) / solution.magnitude(from);
    double secondary = to.kv() * 1000 / Math.sqrt(3) / control.ptRatio();
    double re = solution.re()[node] * secondary;
    double im = solution.im()[node] * secondary;
    double iRe = solution.currentRe()[end] / ratio / control.ctAmpere();
    double iIm = solution.currentIm()[end] / ratio / control.ctAmpere();
    double r = control.rVolts().get(phase);
    double x = control.xVolts().get(phase);
    boolean reverse = re * iRe + im * iIm < 0;
    double volts =
        reverse ? Math.hypot(re, im) : Math.hypot(re - r * iRe + x * iIm, im - r * iIm - x * iRe);
    return new RelayVoltage(regulator, phase, volts, reverse);
  }

  /** By how much it is outside the band, V; below it if negative. */
  double outside() {
    RegulatorControl control = regulator.control().orElseThrow();
    double off = volts - control.setVolts().get(phase);
    double half = control.bandVolts() / 2;
    return off - Math.max(-half, Math.min(half, off));
  }
}
