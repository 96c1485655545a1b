package powergrid.powerflow;

/**
 * Voltages and currents by node, in per unit. The places after the last node are neutrals at zero
 * volts, one for each load between a phase and ground.
 */
final class Phasors {
  /** Voltages, real parts. */
  final double[] vr;

  /** Voltages, imaginary parts. */
  final double[] vi;

  /** Currents into the node from the branches that feed it, real parts. */
  final double[] ir;

  /** Currents into the node from the branches that feed it, imaginary parts. */
  final double[] ii;

  Phasors(int places) {
    vr = new double[places];
    vi = new double[places];
    ir = new double[places];
    ii = new double[places];
  }
}
