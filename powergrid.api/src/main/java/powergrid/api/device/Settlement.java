package powergrid.api.device;

import org.osgi.annotation.versioning.ProviderType;

/** What really happened at a device in a step, and the book it writes the consequences to. */
@ProviderType
public interface Settlement {
  /**
   * Length of the step.
   *
   * @return hours
   */
  double hours();

  /**
   * Realised active power.
   *
   * @return MW injected, all phases together; 0 in a blackout
   */
  double pMw();

  /**
   * Realised reactive power.
   *
   * @return MVAr injected, all phases together; 0 in a blackout
   */
  double qMvar();

  /**
   * Mean voltage magnitude over the terminal's phases: line to neutral, or line to line (in per
   * unit of the line-to-line base) for delta.
   *
   * @return pu; 0 in a blackout
   */
  double voltagePu();

  /**
   * Whether the network had no solution and its load went unserved.
   *
   * @return true in a blackout
   */
  boolean blackout();

  /**
   * Books a cost.
   *
   * @param usd USD; negative for revenue
   */
  void cost(double usd);

  /**
   * Books a breach of a safety limit, apart from cost.
   *
   * @param severity per unit of the limit × hours
   */
  void violation(double severity);

  /**
   * Books energy that was available and not used.
   *
   * @param mwh MWh
   */
  void curtailed(double mwh);
}
