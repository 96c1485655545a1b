package powergrid.api.powerflow;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Solves one network again and again. One thread's. Allocates nothing after it is made. What it
 * remembers between solves is its injections and its solution's voltages, nothing else.
 */
@ConsumerType
public interface Solver {
  /**
   * What it solves with.
   *
   * @return always the same object; to be written between solves
   */
  Injections injections();

  /**
   * What it found.
   *
   * @return always the same object
   */
  Solution solution();

  /** Puts the voltages to no-load values, so that the next solve starts from there. */
  void flatStart();

  /**
   * Solves for the voltages and totals, starting from the solution's voltages.
   *
   * @return how it went; never an exception or a NaN for a network without solution
   * @throws IllegalStateException if switches now close a loop or join sources that the method
   *     cannot deal with, naming the branch
   */
  Status solve();

  /**
   * Completes the solution with the branches' currents, for the voltages of the last solve, which
   * converged. Apart from {@link #solve}, since not every solve needs them.
   */
  void flows();
}
