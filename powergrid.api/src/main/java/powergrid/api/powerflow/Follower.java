package powergrid.api.powerflow;

import org.osgi.annotation.versioning.ProviderType;

/** A unit whose power follows its voltage within a solve. */
@ProviderType
public interface Follower {
  /**
   * Active power it injected in the last solve.
   *
   * @return MW, all phases together
   */
  double pMw();

  /**
   * Reactive power it injected in the last solve.
   *
   * @return MVAr, all phases together
   */
  double qMvar();
}
