package powergrid.api.powerflow;

/** How a solve ended. */
public enum Status {
  /** Solved to the tolerance. */
  CONVERGED,
  /** Solved to the tolerance, but controls around the solve did not come to rest. */
  UNSETTLED,
  /** Not solved within the iterations allowed, or the voltage collapsed. */
  DIVERGED
}
