package powergrid.api.powerflow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.network.Connection;

/**
 * A solver with control loops around it. Curves come to rest first; then the control whose delay is
 * over first moves once, of several the one furthest upstream; and so on until the seconds that the
 * solve stands for are over. Where curves find no rest, nothing moves. A control that turns back
 * more than once without having been at rest, since its band is narrower than a step or since it
 * works against another one, is held for the rest of a solve.
 *
 * <p>Taps and capacitors are moved in the injections and stay there; running delays are kept
 * between solves. A flat start forgets them, and what units inject. Regulators that a grid-forming
 * source supplies are locked. One thread's; allocates nothing after it is made.
 */
@ProviderType
public interface ControlledSolver extends Solver {
  /**
   * Lets regulators and capacitors that have a control move.
   *
   * @param moving false to leave taps and capacitors where the injections have them
   */
  void moving(boolean moving);

  /**
   * Adds a unit whose power follows its voltage. Its power comes on top of what the injections
   * hold, during a solve only: they are the caller's before and after.
   *
   * @param nodes where it is: 3 · bus + phase, or 3 · bus + pair for delta; its power is in equal
   *     parts on them
   * @param connection line to neutral or line to line
   * @param ratingMva its rating, MVA: by it is judged when it is at rest
   * @param response what it wants at a voltage
   * @return what it did
   * @throws IllegalArgumentException if there is no node, a node whose phase its bus does not have,
   *     or a rating that is not finite and above 0
   */
  Follower follow(int[] nodes, Connection connection, double ratingMva, VoltageResponse response);

  /**
   * Solves a snapshot: for as long as anything moves.
   *
   * @return UNSETTLED if curves found no rest or a control was held outside its band, DIVERGED if
   *     the network has no solution; units start from nothing after that
   */
  @Override
  Status solve();

  /**
   * Solves for a stretch of time.
   *
   * @param seconds that delays count on, at least 0
   * @return as {@link #solve()}; moves that are not due by the end are not UNSETTLED
   */
  Status solve(double seconds);

  /**
   * The source that supplies a bus through the branches that are closed now.
   *
   * @param bus its index
   * @return the source's index; −1 where there is none
   */
  int supplier(int bus);

  /**
   * How many taps moved in the last solve.
   *
   * @return a count of single steps of single phases
   */
  int tapMoves();

  /**
   * How many capacitors switched in the last solve.
   *
   * @return a count
   */
  int capacitorMoves();

  /**
   * Saves what it remembers between solves beside injections and solution: delays and directions of
   * controls, and what followers and sharing sources inject.
   *
   * @param out where to
   * @throws IOException if that fails
   */
  void save(DataOutput out) throws IOException;

  /**
   * Restores what {@link #save} wrote for the same network and followers.
   *
   * @param in where from
   * @throws IOException if that fails
   */
  void restore(DataInput in) throws IOException;
}
