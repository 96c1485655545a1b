/**
 * Model predictive control with a rolling horizon: {@code mpc}.
 *
 * <p>In every step the agent has its devices describe themselves ({@link
 * powergrid.api.device.Device#plan}) over a horizon, solves
 *
 * <pre>
 * minimise    Σ costs of its devices, and what its grid connection bills, − π̄ Σ stored energy
 * subject to  flow(k) + Σ injected(k) = demand(k)      in every interval k
 *             what the devices say of themselves
 * </pre>
 *
 * <p>and asks of its devices what the solution has them do in the first interval; the rest is
 * forgotten (e.g. Camacho and Bordons, <em>Model Predictive Control</em>, Springer 2007). Networks
 * are taken to be a single node: demand is what the networks drew in the last step beside the
 * devices, losses included, and goes with the series {@code load} where there is one.
 *
 * <p>The horizon ends with the episode at the latest. What is stored then beyond what is stored now
 * is worth π̄, the mean of prices of the episode's steps so far and of those planned: as the metric
 * {@code cost-settled} has it, so that a horizon over the whole episode plans for that metric.
 *
 * <p>It is a reference point, not a contestant: its devices' states reach it without messages.
 */
package powergrid.baselines.mpc;
