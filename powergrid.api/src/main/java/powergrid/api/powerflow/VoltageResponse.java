package powergrid.api.powerflow;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Power that follows the voltage within a solve: a volt-var or volt-watt curve, a droop. Called
 * many times a solve; it must be a function of its arguments and of settings that change between
 * solves only, continuous in the voltage.
 */
@ConsumerType
@FunctionalInterface
public interface VoltageResponse {
  /**
   * Says what power it wants at a voltage.
   *
   * @param voltagePu at its terminal, pu: of a three-phase unit the mean of its phases' magnitudes,
   *     of others that of the voltage across it
   * @param power to be written: MW and MVAr injected, all phases together
   */
  void respond(double voltagePu, double[] power);
}
