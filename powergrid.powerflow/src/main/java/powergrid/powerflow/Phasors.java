package powergrid.powerflow;

/**
 * Voltages and currents in per unit, complex numbers by node: real part at 2 · node, imaginary part
 * after it. The places after the last node are neutrals at zero volts, one for each load between a
 * phase and ground.
 */
final class Phasors {
  /** Voltages to ground. */
  final double[] v;

  /** Currents drawn at the node or, after a backward sweep, into it from what feeds it. */
  final double[] i;

  Phasors(int places) {
    v = new double[2 * places];
    i = new double[2 * places];
  }
}
