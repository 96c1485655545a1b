package powergrid.api.powerflow;

import powergrid.api.network.Network;

/**
 * What a solve found. Voltages are also where the next solve starts from, and are all that it
 * remembers: who saves and restores them gets the same bits again. Arrays are live: written by the
 * solver, read by the caller. What is without supply has zero voltage. After a solve that diverged,
 * the numbers are finite and of no meaning.
 */
public final class Solution {
  private final double[] re;
  private final double[] im;
  private final double[] currentRe;
  private final double[] currentIm;
  private final double[] toCurrentRe;
  private final double[] toCurrentIm;
  private final double[] sourcesMw;
  private final double[] sourcesMvar;
  private final double[] generatorsMvar;
  private double unsuppliedMw;
  private double sourceMw;
  private double sourceMvar;
  private double loadMw;
  private double loadMvar;
  private double lossesMw;
  private double lossesMvar;
  private int converted;
  private int iterations;

  /**
   * An empty solution.
   *
   * @param network what is solved
   */
  public Solution(Network network) {
    re = new double[3 * network.buses().size()];
    im = new double[re.length];
    currentRe = new double[3 * network.branches().size()];
    currentIm = new double[currentRe.length];
    toCurrentRe = new double[currentRe.length];
    toCurrentIm = new double[currentRe.length];
    sourcesMw = new double[3 * network.sources().size()];
    sourcesMvar = new double[sourcesMw.length];
    generatorsMvar = new double[network.generators().size()];
  }

  /**
   * Real parts of the voltages, line to neutral.
   *
   * @return pu of the bus's nominal, by node; 0 where a phase is absent or without supply; live
   */
  public double[] re() {
    return re;
  }

  /**
   * Imaginary parts of the voltages, line to neutral.
   *
   * @return pu of the bus's nominal, by node; live
   */
  public double[] im() {
    return im;
  }

  /**
   * Real parts of the currents through the branches, into their from ends. Written by {@link
   * Solver#flows()}, as are the other currents.
   *
   * @return A, by 3 · branch + phase; live
   */
  public double[] currentRe() {
    return currentRe;
  }

  /**
   * Imaginary parts of the currents through the branches, into their from ends.
   *
   * @return A, by 3 · branch + phase; live
   */
  public double[] currentIm() {
    return currentIm;
  }

  /**
   * Real parts of the currents into the branches' to ends: opposed to those at the from ends, but
   * for charging, ratios and windings between.
   *
   * @return A, by 3 · branch + phase; live
   */
  public double[] toCurrentRe() {
    return toCurrentRe;
  }

  /**
   * Imaginary parts of the currents into the branches' to ends.
   *
   * @return A, by 3 · branch + phase; live
   */
  public double[] toCurrentIm() {
    return toCurrentIm;
  }

  /**
   * Active power that each source supplies; 0 for one that stands by.
   *
   * @return MW by 3 · source + phase; live
   */
  public double[] sourcesMw() {
    return sourcesMw;
  }

  /**
   * Reactive power that each source supplies.
   *
   * @return MVAr by 3 · source + phase; live
   */
  public double[] sourcesMvar() {
    return sourcesMvar;
  }

  /**
   * Active power that a source supplies.
   *
   * @param source its index
   * @return MW, all phases together
   */
  public double sourceMw(int source) {
    return sourcesMw[3 * source] + sourcesMw[3 * source + 1] + sourcesMw[3 * source + 2];
  }

  /**
   * Reactive power that a source supplies.
   *
   * @param source its index
   * @return MVAr, all phases together
   */
  public double sourceMvar(int source) {
    return sourcesMvar[3 * source] + sourcesMvar[3 * source + 1] + sourcesMvar[3 * source + 2];
  }

  /**
   * Reactive power that each generator feeds in: where it controls voltage, what that took.
   *
   * @return MVAr by generator; live
   */
  public double[] generatorsMvar() {
    return generatorsMvar;
  }

  /**
   * Active power that loads without supply would take at rated voltage.
   *
   * @return MW
   */
  public double unsuppliedMw() {
    return unsuppliedMw;
  }

  /**
   * A voltage magnitude.
   *
   * @param node 3 · bus + phase
   * @return pu
   */
  public double magnitude(int node) {
    return Math.sqrt(re[node] * re[node] + im[node] * im[node]);
  }

  /**
   * A voltage angle.
   *
   * @param node 3 · bus + phase
   * @return degrees, −180 to 180
   */
  public double angleDeg(int node) {
    return Math.toDegrees(Math.atan2(im[node], re[node]));
  }

  /**
   * Active power that the sources supply.
   *
   * @return MW
   */
  public double sourceMw() {
    return sourceMw;
  }

  /**
   * Reactive power that the sources supply.
   *
   * @return MVAr
   */
  public double sourceMvar() {
    return sourceMvar;
  }

  /**
   * Active power that the network's loads take.
   *
   * @return MW
   */
  public double loadMw() {
    return loadMw;
  }

  /**
   * Reactive power that the network's loads take, capacitors not counted.
   *
   * @return MVAr
   */
  public double loadMvar() {
    return loadMvar;
  }

  /**
   * Active power lost in the branches.
   *
   * @return MW
   */
  public double lossesMw() {
    return lossesMw;
  }

  /**
   * Reactive power taken by the branches, line charging included.
   *
   * @return MVAr
   */
  public double lossesMvar() {
    return lossesMvar;
  }

  /**
   * How many loads were turned into constant impedances for low voltage.
   *
   * @return a count of loads' phases
   */
  public int converted() {
    return converted;
  }

  /**
   * How many iterations it took.
   *
   * @return at least 1 after a solve
   */
  public int iterations() {
    return iterations;
  }

  /**
   * For the solver: books the totals.
   *
   * @param sourceMw supplied, MW
   * @param sourceMvar supplied, MVAr
   * @param loadMw taken by loads, MW
   * @param loadMvar taken by loads, MVAr
   * @param lossesMw lost in branches, MW
   * @param lossesMvar taken by branches, MVAr
   */
  public void totals(
      double sourceMw,
      double sourceMvar,
      double loadMw,
      double loadMvar,
      double lossesMw,
      double lossesMvar) {
    this.sourceMw = sourceMw;
    this.sourceMvar = sourceMvar;
    this.loadMw = loadMw;
    this.loadMvar = loadMvar;
    this.lossesMw = lossesMw;
    this.lossesMvar = lossesMvar;
  }

  /**
   * For the solver: books how the solve went.
   *
   * @param iterations it took
   * @param converted loads' phases turned into constant impedances
   */
  public void effort(int iterations, int converted) {
    this.iterations = iterations;
    this.converted = converted;
  }

  /**
   * For the solver: books what is without supply.
   *
   * @param mw loads' rated power, scaled, MW
   */
  public void unsupplied(double mw) {
    unsuppliedMw = mw;
  }
}
