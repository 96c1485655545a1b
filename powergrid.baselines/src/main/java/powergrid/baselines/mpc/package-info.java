/**
 * Model predictive control with a rolling horizon: {@code mpc}.
 *
 * <p>In every step the agent has its devices describe themselves ({@link
 * powergrid.api.device.Device#plan}) over a horizon, solves
 *
 * <pre>
 * minimise    Σ costs of its devices, and what its grid connection bills, − π̄ Σ stored energy
 *             + w h Σ max(0, vMin − v(n), v(n) − vMax)              over nodes n, in the first interval
 * subject to  flow(k) = flow₀ + l (s(k) − 1) + Σ g(d) (p(d, k) − p₀(d))      in every interval k
 *             v(n)    = v₀(n) + m(n) (s(1) − 1) + Σ f(n, d) (p(d, 1) − p₀(d))
 *             what the devices say of themselves
 * </pre>
 *
 * <p>and asks of its devices what the solution has them do in the first interval; the rest is
 * forgotten (e.g. Camacho and Bordons, <em>Model Predictive Control</em>, Springer 2007). The
 * network is linear about its state after the last step, marked ₀ ({@link
 * powergrid.api.planning.LinearNetwork}): p(d, k) is what device d injects, g(d) ≈ −1 what of it
 * the meter is spared once losses have changed too, f(n, d) what it does to voltages, and l and
 * m(n) are the same for the network's loads, whose share s(k) of the last step goes with the series
 * {@code load} where there is one. Voltages are looked at in the first interval, of length h, only:
 * after it the network's own taps will have moved, which are taken to stay. Without losses and
 * voltages, with {@code network: single-node}, g is −1 and l what the loads drew, losses included.
 *
 * <p>The horizon ends with the episode at the latest. What is stored then beyond what is stored now
 * is worth π̄, the mean of prices of the episode's steps so far and of those planned: as the metric
 * {@code cost-settled} has it, so that a horizon over the whole episode plans for that metric.
 *
 * <p>It is a reference point, not a contestant: its devices' states reach it without messages.
 */
package powergrid.baselines.mpc;
