package powergrid.powerflow.control;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import powergrid.api.powerflow.Injections;

/** Power at some nodes that is looked for within a solve. */
abstract class Unit {
  private final int[] nodes;
  private final boolean delta;
  private final double ratingMva;
  private final double[] base;
  private final double[] wanted = new double[2];
  private double pMw;
  private double qMvar;
  private double missingMw;
  private double missingMvar;
  private double along;
  private double before;
  private double now;

  Unit(int[] nodes, boolean delta, double ratingMva) {
    this.nodes = nodes.clone();
    this.delta = delta;
    this.ratingMva = ratingMva;
    base = new double[2 * nodes.length];
  }

  /** Says what it wants as the solution stands: MW and MVAr injected. */
  abstract void want(double[] power);

  final int[] nodes() {
    return nodes;
  }

  final boolean delta() {
    return delta;
  }

  /** Active power that it injects, MW. */
  public final double pMw() {
    return pMw;
  }

  /** Reactive power that it injects, MVAr. */
  public final double qMvar() {
    return qMvar;
  }

  /** Remembers what the injections hold without it. */
  final void lift(Injections from) {
    double[] p = delta ? from.deltaMw() : from.pMw();
    double[] q = delta ? from.deltaMvar() : from.qMvar();
    for (int k = 0; k < nodes.length; k++) {
      base[2 * k] = p[nodes[k]];
      base[2 * k + 1] = q[nodes[k]];
    }
  }

  /** Puts the injections back to what they held. */
  final void drop(Injections to) {
    double[] p = delta ? to.deltaMw() : to.pMw();
    double[] q = delta ? to.deltaMvar() : to.qMvar();
    for (int k = 0; k < nodes.length; k++) {
      p[nodes[k]] = base[2 * k];
      q[nodes[k]] = base[2 * k + 1];
    }
  }

  /** Adds its power to the injections. */
  final void add(Injections to) {
    double[] p = delta ? to.deltaMw() : to.pMw();
    double[] q = delta ? to.deltaMvar() : to.qMvar();
    for (int node : nodes) {
      p[node] += pMw / nodes.length;
      q[node] += qMvar / nodes.length;
    }
  }

  /** Asks what it wants; how far that is from what it injects, over its rating. */
  final double residual() {
    want(wanted);
    double mw = (wanted[0] - pMw) / ratingMva;
    double mvar = (wanted[1] - qMvar) / ratingMva;
    along = mw * missingMw + mvar * missingMvar;
    missingMw = mw;
    missingMvar = mvar;
    before = now;
    now = mw * mw + mvar * mvar;
    return Math.max(Math.abs(mw), Math.abs(mvar));
  }

  /** The last residual along the one before it: negative if it went too far. */
  final double along() {
    return along;
  }

  /** The residual before the last one, squared. */
  final double before() {
    return before;
  }

  /** The last residual, squared. */
  final double now() {
    return now;
  }

  /** Goes part of the way to what it wants. */
  final void approach(double alpha) {
    pMw += alpha * (wanted[0] - pMw);
    qMvar += alpha * (wanted[1] - qMvar);
  }

  /** Injects nothing from now on, until it wants to. */
  final void reset() {
    pMw = 0;
    qMvar = 0;
  }

  final void save(DataOutput out) throws IOException {
    out.writeDouble(pMw);
    out.writeDouble(qMvar);
  }

  final void restore(DataInput in) throws IOException {
    pMw = in.readDouble();
    qMvar = in.readDouble();
  }
}
