package powergrid.api.powerflow;

import java.util.Arrays;
import powergrid.api.network.Branch;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.Switch;

/**
 * What a solve is told: power injected beside the network's own loads, how those are scaled, and
 * where taps, capacitors and switches stand. Its arrays are live: written by the caller between
 * solves, read by the solver. One thread's.
 */
public final class Injections {
  private final double[] pMw;
  private final double[] qMvar;
  private final double[] deltaMw;
  private final double[] deltaMvar;
  private final double[] loadScale;
  private final int[] taps;
  private final boolean[] capacitorOn;
  private final boolean[] closed;
  private double impedanceBelowPu;

  /**
   * Nothing injected, loads at nominal, everything else as the network has it at first.
   *
   * @param network what is solved
   */
  public Injections(Network network) {
    int nodes = 3 * network.buses().size();
    pMw = new double[nodes];
    qMvar = new double[nodes];
    deltaMw = new double[nodes];
    deltaMvar = new double[nodes];
    loadScale = new double[network.loads().size()];
    taps = new int[3 * network.branches().size()];
    capacitorOn = new boolean[network.capacitors().size()];
    closed = new boolean[network.branches().size()];
    reset(network);
  }

  /**
   * Puts everything back to how it was at first.
   *
   * @param network what this was made for
   */
  public void reset(Network network) {
    Arrays.fill(pMw, 0);
    Arrays.fill(qMvar, 0);
    Arrays.fill(deltaMw, 0);
    Arrays.fill(deltaMvar, 0);
    Arrays.fill(loadScale, 1);
    for (int i = 0; i < capacitorOn.length; i++) {
      capacitorOn[i] = network.capacitors().get(i).on();
    }
    for (int i = 0; i < closed.length; i++) {
      Branch branch = network.branches().get(i);
      closed[i] = !(branch instanceof Switch s) || s.closed();
      for (int phase = 0; phase < 3; phase++) {
        taps[3 * i + phase] =
            branch instanceof Regulator r ? (int) Math.rint(r.taps().get(phase)) : 0;
      }
    }
  }

  /**
   * Active power injected line to neutral.
   *
   * @return MW by node; live
   */
  public double[] pMw() {
    return pMw;
  }

  /**
   * Reactive power injected line to neutral.
   *
   * @return MVAr by node; live
   */
  public double[] qMvar() {
    return qMvar;
  }

  /**
   * Active power injected line to line.
   *
   * @return MW by 3 · bus + pair, with pair 0 for a–b, 1 for b–c, 2 for c–a; live
   */
  public double[] deltaMw() {
    return deltaMw;
  }

  /**
   * Reactive power injected line to line.
   *
   * @return MVAr by 3 · bus + pair; live
   */
  public double[] deltaMvar() {
    return deltaMvar;
  }

  /**
   * Factors on the network's loads.
   *
   * @return by load; live
   */
  public double[] loadScale() {
    return loadScale;
  }

  /**
   * Tap positions of regulators.
   *
   * @return by 3 · branch + phase; live; of no meaning for other branches
   */
  public int[] taps() {
    return taps;
  }

  /**
   * Which capacitors are switched on.
   *
   * @return by capacitor; live
   */
  public boolean[] capacitorOn() {
    return capacitorOn;
  }

  /**
   * Which branches are closed.
   *
   * @return by branch; live
   */
  public boolean[] closed() {
    return closed;
  }

  /**
   * The voltage below which constant-power and constant-current loads turn, continuously, into
   * constant impedances.
   *
   * @return pu; 0 for never
   */
  public double impedanceBelowPu() {
    return impedanceBelowPu;
  }

  /**
   * Sets the voltage below which loads turn into constant impedances.
   *
   * @param pu pu; 0 for never
   */
  public void impedanceBelowPu(double pu) {
    impedanceBelowPu = pu;
  }
}
