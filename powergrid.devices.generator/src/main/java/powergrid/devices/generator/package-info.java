/**
 * Dispatchable generators.
 *
 * <p>Cost in USD/h while running, quadratic in the realised power P in MW (Wood, Wollenberg and
 * Sheblé, <em>Power Generation, Operation, and Control</em>, 3rd ed., ch. 3):
 *
 * <pre>C(P) = costQuadratic P² + costLinear P + costConstant   for P > 0,   C(0) = 0</pre>
 *
 * so that the marginal cost is {@code costLinear + 2 costQuadratic P}, which is also what it
 * offers.
 *
 * <p>Commitment follows the set point: below {@code pMinMw / 2} the unit is off, from there up to
 * {@code pMinMw} it runs at {@code pMinMw}. A ramp limit R bounds |P(t) − P(t−1)| by R Δt, where
 * P(t−1) is what was realised in the last step; a unit that is off starts at {@code pMinMw} or
 * higher, and one that runs at {@code pMinMw} or comes down to it may stop at once. Reactive power
 * stays within {@code qMaxMvar} and, active power first, within P² + Q² ≤ {@code ratingMva}².
 *
 * <p>State: {@code commitment.on} and {@code commitment.outputMw}, the power realised in the last
 * step, from where it ramps.
 *
 * <p>Actions: {@code p}, MW, at rest 0 (off); {@code q}, MVAr, if {@code qMaxMvar} is above 0.
 */
package powergrid.devices.generator;
