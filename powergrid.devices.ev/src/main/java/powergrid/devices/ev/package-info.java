/**
 * Charging stations for electric vehicles.
 *
 * <p>A station has N outlets of P̂ = {@code chargerMaxMw} each. A vehicle k is known by e, the
 * energy that its battery still needs, in MWh, and d, the hours until it departs. With the power x
 * that an outlet takes from the grid (below 0 where it gives back) and the efficiencies ηc and ηd
 * of the charger,
 *
 * <pre>
 * e ← e − ηc x Δt    x ≥ 0        d ← d − Δt
 * e ← e − x Δt / ηd  x &lt; 0
 * </pre>
 *
 * <p><b>Arrivals.</b> Vehicles come as a Poisson process of the intensity λ of the series {@code
 * arrivals}, per hour and outlet; who finds an outlet taken goes elsewhere, so that a free one is
 * taken in a step with probability 1 − exp(−λ Δt) from the next step on. Need and dwell time are
 * normal, truncated to their bounds (by inversion: Wichura, <em>Algorithm AS 241</em>, Applied
 * Statistics 37(3), 1988), the need also to what can be charged within the dwell time. One uniform
 * variate is drawn an outlet and step whether somebody comes or not, so that who comes does not
 * depend on how others were charged. Defaults are round numbers for stays at work; ACN-Data (Lee,
 * Li and Low, <em>ACN-Data: Analysis and Applications of an Open EV Charging Dataset</em>, ACM
 * e-Energy 2019) has such sessions to fit them to.
 *
 * <p><b>Limits</b> of an outlet in a step, with a = min(1, d / Δt) the part of it that the vehicle
 * is there, B = {@code batteryMwh} the greatest need that giving back may lead to, and u = e − ηc
 * P̂ max(0, d − Δt) the energy that cannot wait until the next step:
 *
 * <pre>
 * most   min(a P̂, e / (ηc Δt))
 * least  min(most, u / (ηc Δt))                            u &gt; 0, it must charge
 *        0                                                 u ≤ 0
 *        −min(a P̂, ηd (B − e) / Δt, ηd (−u) / Δt)          u ≤ 0, bidirectional
 * </pre>
 *
 * so that a vehicle is never kept from, nor robbed of, what it can still get before it departs. The
 * station takes any power between the sums of these.
 *
 * <p><b>Sharing.</b> The realised power, no other, is shared when the step is settled. Vehicles
 * that must charge do. The rest goes to the vehicle of least laxity d − e / (ηc P̂) first, up to
 * the most it can take, then to the next (least laxity first: Dertouzos and Mok, IEEE Transactions
 * on Software Engineering 15(12), 1989; for vehicles: Nakahira et al., <em>Smoothed
 * least-laxity-first algorithm for EV charging</em>, ACM e-Energy 2017). What a bidirectional
 * station gives back comes from the vehicle of greatest laxity first; it never charges one vehicle
 * from another, but where one must charge. If less flowed than what must be charged, as in a
 * blackout, those of greatest laxity go without. The parts sum to the whole.
 *
 * <p><b>Costs.</b> {@code unmetCost} for every MWh that a vehicle departs without, {@code wearCost}
 * for every MWh given back. The station offers the range above; it buys below {@code buyBelow} and,
 * where bidirectional, sells above {@code sellAbove}, in proportion to the distance of the price
 * and fully {@code responseSpread} beyond. Reactive power is consumed either way, Q = −|P|
 * tan(arccos powerFactor).
 *
 * <p>State: {@code station.connected}, {@code station.needMwh} (sum of e) and {@code
 * station.leastLaxityHours}; of the last step {@code service.arrivedMwh}, {@code
 * service.deliveredMwh} (into batteries, less what came out of them) and {@code service.unmetMwh},
 * so that arrived = delivered + unmet + change of need; of every outlet, hidden, {@code
 * outlet1.needMwh} and {@code outlet1.hoursLeft}, 0 where it is free.
 *
 * <p>Action: {@code consumption}, MW, from 0 up to N P̂, at rest at its top; where vehicles can
 * give back, {@code p}, MW injected, from −N P̂ to N P̂, at rest at −N P̂. At rest everybody
 * charges as fast as possible.
 */
package powergrid.devices.ev;
