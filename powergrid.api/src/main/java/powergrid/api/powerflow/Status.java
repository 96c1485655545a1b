package powergrid.api.powerflow;

/** How a solve ended. */
public enum Status {
  /** Solved to the tolerance. */
  CONVERGED,
  /** Not solved within the iterations allowed, or the voltage collapsed. */
  DIVERGED
}
