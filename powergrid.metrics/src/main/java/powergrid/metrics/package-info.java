/**
 * What an experiment reports.
 *
 * <p>Costs and energies of the hierarchy are those of the agents at its top, whose figures include
 * everybody below. Networks in blackout have no power and no voltages: they count in {@code
 * blackouts} and {@code energy-not-served} and nowhere else.
 *
 * <p><b>{@code unbalance}.</b> The voltage unbalance factor (IEC 61000-4-27, IEC 61000-4-30): with
 * h = 1∠120°,
 *
 * <pre>
 * V₁ = (Va + h Vb + h² Vc) / 3,   V₂ = (Va + h² Vb + h Vc) / 3,   factor = 100 |V₂| / |V₁| %
 * </pre>
 *
 * <p>of the worst bus in a step, mean over the steps; {@code peak-unbalance} is the greatest of any
 * step, to be held against limits such as the compatibility level of 2 % (IEC 61000-2-2). Voltages
 * to neutral and between phases give the same. Looked at are the buses that limits on service
 * voltage apply to, with supply on all of phases a, b and c.
 *
 * <p><b>{@code overload}.</b> Σ max(0, I / rating − 1) × hours over the branches that have a rating
 * and their phases, I being the current at the from end. Currents are worked out only where this
 * metric is asked for.
 *
 * <p><b>{@code reverse-power}.</b> Hours with power into the sources of a network that are not
 * grid-forming devices, or out of a microgrid through its tie; each network and each tie counts its
 * own.
 *
 * <p><b>{@code curtailment-rate}.</b> 100 × Σ curtailed / Σ (injected + curtailed), of the devices
 * that book what they curtail.
 *
 * <p><b>{@code load-balance}.</b> The variance over grid agents of P / capacity, not of megawatts,
 * mean over the steps. P and the capacity are of the agent's devices that can be dispatched: what
 * they injected, and the most that they offered in the step, those that were asked. Steps with a
 * blackout, or with fewer than two agents of some capacity, are left out; NaN where none is left.
 *
 * <p><b>{@code override}</b> is |asked − proposed| of the agents that decide, asked by a protocol;
 * <b>{@code unrealised}</b> |asked − realised| of grid agents, whatever became of what was asked:
 * by their own devices' limits, or by messages that were late or lost. Both are means, the first
 * over all deciding agents and steps, the second over what was asked.
 *
 * <p><b>{@code optimality-gap}.</b> The devices that offered something in a step (a protocol or a
 * policy asked for it) have costs by their offers, sell above and buy below zero,
 *
 * <pre>
 * C(p) = sell · p + curve · p²  for p ≥ 0,   C(p) = buy · p + curve · p²  else
 * </pre>
 *
 * <p>and the gap is Σ C(realised) − min Σ C(p), Σ p = Σ realised, each p within what the device
 * offered or did: a convex problem in one price, solved by bisection. Devices that could not move
 * are left out, as are steps with a blackout. Where all answer one price the gap is zero; networks'
 * losses and limits are not part of it, and what the total itself should have been is not asked.
 */
package powergrid.metrics;
