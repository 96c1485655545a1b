/**
 * Dispatchable generators.
 *
 * <p>P is the realised power in MW, u whether the unit is on (1) or off (0), Δt the length of a
 * step in hours. While it is on it costs, in USD/h (Wood, Wollenberg and Sheblé, Power Generation,
 * Operation, and Control, 3rd ed., 2013, ch. 3 and 4):
 *
 * <pre>
 * C(P) = costQuadratic P² + costLinear P + costConstant
 *      + fuelPrice (heatRateQuadratic P² + heatRateLinear P + heatRateConstant)
 *      + carbonPrice emissionFactor P
 * </pre>
 *
 * <p>{@code costCurve} stands for the first line instead: cost at some powers, straight between
 * them, convex. {@code economics.emissionsT} sums {@code emissionFactor P Δt} over an episode.
 * Every start costs {@code startUpCost}, every stop {@code shutDownCost}.
 *
 * <p>It offers its marginal cost, b + 2 a P with a and b the sums of the quadratic and of the
 * linear coefficients above. To a curve in pieces there belongs a marginal cost in stairs; the
 * straight line offered for it is the least-squares one through the middles of the stairs, each
 * weighted by its width, which is the exact one where the corners lie on a parabola. Constant,
 * start-up and shut-down costs are not part of an offer.
 *
 * <p>Commitment. With {@code commitment: implied} it follows the set point: below {@code pMinMw /
 * 2}, or at 0, the unit wants to be off, from there up to {@code pMinMw} it wants to run at {@code
 * pMinMw}. With {@code commitment: action} the action {@code on} says so, and a running unit takes
 * the set point up to {@code pMinMw}. Then, as in the same book, ch. 4:
 *
 * <ul>
 *   <li>a unit on for less than {@code minUpTime} stays on, at {@code pMinMw} or more; one off for
 *       less than {@code minDownTime} stays off, at 0. Hours are those of the steps settled since
 *       the change, the one of the change included: {@code commitment.hoursInState}, which stops at
 *       24 or at the longer of the two times. What the range offered and the mask of {@code on} say
 *       for the next step follows from it;
 *   <li>−rampDown Δt ≤ P(t) − P(t−1) ≤ rampUp Δt, where P(t−1) is what was realised in the last
 *       step. A unit that is off starts at {@code pMinMw} or higher, and one that runs at {@code
 *       pMinMw} or can come down to it may stop at once.
 * </ul>
 *
 * <p>The state follows what was realised: a unit that gave nothing in a blackout, or was
 * disconnected, has tripped. It is off, its stop is charged, and its minimum down time counts.
 *
 * <p>Reactive power stays, active power first, within P² + Q² ≤ {@code ratingMva}² and within
 * {@code qMaxMvar} either way or {@code capability}: corners of least and greatest Q by P, straight
 * between them, constant beyond (Kundur, Power System Stability and Control, 1994, section 5.4). A
 * unit with a capability curve gives none while it is off; one with {@code qMaxMvar} does, as a
 * unit behind an inverter.
 *
 * <p>Grid-forming. With {@code gridForming: true} it forms {@code voltagePu} where nothing else
 * supplies its bus: there it runs, started by itself if need be, at what the island takes. What it
 * can carry in a step is from {@code pMinMw} or what ramping down reaches, to what ramping up
 * reaches; nothing while it must stay off.
 *
 * <p>State: {@code commitment.on}, {@code commitment.outputMw}, the power realised in the last
 * step, from where it ramps, {@code commitment.hoursInState}; and for whoever coordinates it {@code
 * control.leastMw} and {@code control.greatestMw}, the range of the next step.
 *
 * <p>Actions: {@code p}, MW, at rest 0; {@code on}, at rest off, where commitment is an action;
 * {@code q}, MVAr, at rest 0, where there is reactive power.
 */
package powergrid.devices.generator;
