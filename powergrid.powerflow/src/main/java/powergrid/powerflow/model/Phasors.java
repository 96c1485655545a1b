package powergrid.powerflow.model;

/**
 * Voltages and currents in per unit, complex numbers by node: real part at 2 · node, imaginary part
 * after it.
 */
public final class Phasors {
  /** Voltages to ground. */
  public final double[] v;

  /** Currents drawn at the node or, after a backward sweep, into it from what feeds it. */
  public final double[] i;

  public Phasors(int nodes) {
    v = new double[2 * nodes];
    i = new double[2 * nodes];
  }
}
