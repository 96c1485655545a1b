package powergrid.engine.world;

import powergrid.api.network.Source;
import powergrid.api.powerflow.Solution;

/** A device as a source of its network: what it forms, and how much it can carry. */
final class GridForming {
  /** Of the rating: less beyond a limit is what the solver may be off. */
  private static final double SLACK = 1e-6;

  private final double voltagePu;
  private final double ratingMva;
  private int source = -1;
  private boolean active;
  private double leastMw;
  private double greatestMw;

  GridForming(double voltagePu, double ratingMva) {
    this.voltagePu = voltagePu;
    this.ratingMva = ratingMva;
    carry(-ratingMva, ratingMva);
  }

  /** What it is as a source. */
  Source source(String id, String bus, double angleDeg) {
    return new Source(id, bus, voltagePu, angleDeg, true, ratingMva);
  }

  /** Says which source of the network it is. */
  void source(int index) {
    source = index;
  }

  /** Says whether it forms its island's voltage in the coming solve, alone or with others. */
  void active(boolean now) {
    active = now;
  }

  boolean active() {
    return active;
  }

  void carry(double minMw, double maxMw) {
    leastMw = minMw;
    greatestMw = maxMw;
  }

  /** By how much it supplies more than it can: 1, less than it can: −1, or 0. */
  int overload(Solution s) {
    double mw = s.sourceMw(source);
    double mvar = s.sourceMvar(source);
    double slack = SLACK * ratingMva;
    if (mw > greatestMw + slack) {
      return 1;
    }
    if (mw < leastMw - slack) {
      return -1;
    }
    return Math.sqrt(mw * mw + mvar * mvar) > ratingMva + slack ? (mw < 0 ? -1 : 1) : 0;
  }

  double mw(Solution s, int phase) {
    return s.sourcesMw()[3 * source + phase];
  }

  double mvar(Solution s, int phase) {
    return s.sourcesMvar()[3 * source + phase];
  }
}
