/**
 * Batteries.
 *
 * <p>P is the power at the terminals in MW, above 0 when discharging; ηc and ηd are the charging
 * and discharging efficiencies, E the energy capacity in MWh. The state of charge s integrates the
 * realised power, once, when a step of Δt hours is settled (e.g. Rosewater et al., <em>Battery
 * Energy Storage Models for Optimal Control</em>, IEEE Access 7, 2019, the energy reservoir model):
 *
 * <pre>
 * s ← s − P Δt / (ηd E)     discharging, P ≥ 0
 * s ← s − P Δt ηc / E       charging, P &lt; 0
 * </pre>
 *
 * <p>Power is clamped so that s stays within [minSoc, maxSoc] to the end of the step: {@code
 * −min(pMaxMw, (maxSoc − s) E / (ηc Δt)) ≤ P ≤ min(pMaxMw, (s − minSoc) E ηd / Δt)}. Wear costs
 * {@code wearCost |P| Δt}. In a blackout P is 0 and the state of charge stays.
 *
 * <p>What it offers is the range of the step and two prices, below which it buys and above which it
 * sells, from a look ahead at the prices known ({@link powergrid.devices.storage.PriceThresholds})
 * or, where prices are not known ahead, from its configuration. Power rises in proportion to the
 * distance from a threshold and is full {@code responseSpread} beyond it, so that a small change of
 * price never makes it jump.
 *
 * <p>Action: {@code p}, MW, at rest 0.
 */
package powergrid.devices.storage;
