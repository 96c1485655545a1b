/**
 * Batteries.
 *
 * <p>P is the power at the terminals in MW, above 0 when discharging; ηc and ηd are the charging
 * and discharging efficiencies, E the rated energy capacity in MWh. The state of charge s is the
 * stored energy as a share of E. It integrates the realised power, once, when a step of Δt hours is
 * settled (e.g. Rosewater et al., Battery Energy Storage Models for Optimal Control, IEEE Access 7,
 * 2019, the energy reservoir model):
 *
 * <pre>
 * s ← s (1 − λ g) − P g / (ηd E)     discharging, P ≥ 0
 * s ← s (1 − λ g) − P g ηc / E       charging, P &lt; 0
 * g = (1 − exp(−λ Δt)) / λ           Δt without self-discharge
 * λ = −ln(1 − selfDischarge) / 24    a share of the stored energy a day
 * </pre>
 *
 * <p>which solves ds/dt = −λ s − P / (ηd E), with P constant over the step, exactly. Power is
 * clamped so that it takes s to no less than minSoc and no more than maxSoc by the end of the step;
 * self-discharge alone goes on below minSoc, also in a blackout, in which P is 0:
 *
 * <pre>
 * −min(chargeMaxMw, (maxSoc − s (1 − λ g)) E / (ηc g)) ≤ P
 * P ≤ min(dischargeMaxMw, (s (1 − λ g) − minSoc) E ηd / g)
 * </pre>
 *
 * <p>Degradation. A battery whose capacity has fallen to the share {@code endOfLife} of E is at the
 * end of its life. With L the share of its life that use has taken so far, its health, the share of
 * capacity that is left, is
 *
 * <pre>
 * h = initialHealth − (1 − endOfLife) L     but at least 0.1
 * throughput    L = Σ |Δs| / (2 cycleLife)  equivalent full cycles, self-discharge not counted
 * cycle-depth   L = Σ c / N(d)              c = 1 for cycles, ½ for half cycles, of depth d
 *               N(d) = cycleLife d^(−depthExponent)
 * </pre>
 *
 * <p>Damage adds up linearly (Palmgren and Miner). Cycles are counted on the turning points of s as
 * they come, by the rainflow method of ASTM E1049-85, section 5.4.4; what is not a closed cycle yet
 * counts as half cycles, so L is at any time what the standard gives for the history until then.
 * The defaults of N(d) are those of Xu, Zhao, Zheng, Litvinov and Kirschen, Factoring the Cycle
 * Aging Cost of Batteries Participating in Electricity Markets, IEEE Transactions on Power Systems
 * 33(2), 2018: Li(NiMnCo)O2 cells that lose the share 5.24e-4 d^2.03 of their life in a cycle of
 * depth d, 3,000 cycles of depth 0.8. With {@code capacityFade} the greatest state of charge falls
 * to {@code minSoc + h (maxSoc − minSoc)}; a battery that is above it cannot be charged.
 *
 * <p>Cost. {@code replacementCost} × E × the life used in the step, where it is given; else wear is
 * booked by energy, {@code wearCost |P| Δt}. Offers go by {@code wearCost} either way.
 *
 * <p>Inverter. {@code inverter} rates it, decides Q and lets P and Q follow the voltage: see {@code
 * powergrid.api.device.Inverter}. Volt-watt and volt-var only lower |P|, so the limits above hold
 * for what is realised. With {@code gridForming} it supplies its island where nothing else does, P
 * then being what the island takes; in every step it says that it can carry what lies within the
 * limits above, short of 2e-6 of its rating, which the power flow may be off.
 *
 * <p>Offer. The range of the step and two prices, below which it buys and above which it sells,
 * from a look ahead at the prices known ({@code PriceThresholds}) or, where prices are not known
 * ahead, from its configuration. Power rises in proportion to the distance from a threshold and is
 * full {@code responseSpread} beyond it, so that a small change of price never makes it jump.
 *
 * <p>Actions: {@code p}, MW, at rest 0; {@code q}, MVAr, at rest 0, with {@code reactive: action}
 * of the inverter. State: {@code storage.soc}, {@code storage.deliverableMwh}; with degradation
 * {@code storage.health}; with cycle depth, hidden, the last 16 turning points and the damage of
 * the half cycles between them, {@code rainflow.*}. Without room for another, the first, widest
 * range stays the half cycle that it is.
 */
package powergrid.devices.storage;
