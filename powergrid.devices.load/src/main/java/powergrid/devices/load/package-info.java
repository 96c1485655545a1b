/**
 * Loads: fixed, curtailable and shiftable.
 *
 * <p>All consume at a lagging power factor f, so that with consumption x in MW
 *
 * <pre>P = −x,   Q = −x tan(arccos f)</pre>
 *
 * <p><b>Fixed.</b> The demand D follows a profile s in per unit, and is what is consumed:
 *
 * <pre>D = peakMw max(0, s),   x = D</pre>
 *
 * <p><b>Curtailable.</b> The action bounds what is consumed of the same demand, but for a part that
 * cannot do without:
 *
 * <pre>x = max(minShare D, min(D, consumption))</pre>
 *
 * its top is the greatest demand of the profile, where it bounds nothing. Energy not served, U in
 * MWh of a step's demand E = D Δt, costs comfort. The cost is quadratic, as that of a user with a
 * concave utility which is satisfied at D (Samadi et al., <em>Optimal real-time pricing algorithm
 * based on utility maximization for smart grid</em>, IEEE SmartGridComm 2010, with ω = comfortCost
 * and α = comfortCost / D):
 *
 * <pre>
 * cost        = comfortCost U² / (2 E)
 * d cost / dU = comfortCost U / E
 * </pre>
 *
 * so that the first MWh is given up for nothing and the last one for {@code comfortCost}. What it
 * offers is the same in terms of power: consuming x is worth comfortCost (1 − x / D) at the margin,
 * and at a price π it consumes D (1 − π / comfortCost).
 *
 * <p>A demand that is worth it up to a price π₀ = {@code referencePrice} gives up its first MWh for
 * that; all of the above is then the case with π₀ = 0 of, c being the comfort cost,
 *
 * <pre>
 * cost     = U (π₀ + (c − π₀) U / (2 E))
 * x at π   = D (1 − (π − π₀) / (c − π₀))   above π₀,   D below
 * </pre>
 *
 * <p>An {@code elasticity} ε says c instead: that of the demand of constant elasticity D (π /
 * π₀)^ε, taken linear at the reference, as is done where demand enters a dispatch (Kirschen et al.,
 * <em>Factoring the elasticity of demand in electricity prices</em>, IEEE Transactions on Power
 * Systems 15(2), 2000):
 *
 * <pre>c = π₀ (1 − 1 / ε),   x = D (1 + ε (π − π₀) / π₀)   above π₀</pre>
 *
 * <p>It does not rise above D where the price is below the reference. Offers are about the demand
 * last known; asked for all of that, it lifts its bound, so that a demand that grows within the
 * step is served.
 *
 * <p><b>Shiftable.</b> A block of {@code blockMw} for {@code blockHours} runs once in every 24
 * hours, uninterrupted, within a window (the time-shiftable appliances of Mohsenian-Rad et al.,
 * <em>Autonomous demand-side management based on game-theoretic energy consumption scheduling for
 * the future smart grid</em>, IEEE Transactions on Smart Grid 1(3), 2010, made indivisible). With τ
 * the hours since the window opened, w its length and B the hours of the block, it starts
 *
 * <pre>
 * where it is told to,           0 ≤ τ
 * where it must, at the latest,  τ + Δt + B &gt; w
 * </pre>
 *
 * and its last step consumes what is left, spread over the step. What a blackout keeps from it is
 * done afterwards, up to the deadline; what is then left is dropped. The window is given in hours
 * since the start of the episode, {@code earliestHour} to {@code deadlineHour}, which are the times
 * of day where an episode starts at midnight, and may reach past 24.
 *
 * <p>In a blackout all demand is energy not served, also that of a fixed load; of a block, what it
 * drops at its deadline, all at comfortCost / 2 a MWh, or (π₀ + c) / 2.
 *
 * <p>State, of the last step: {@code flexibility.demandMw}, {@code flexibility.unservedMwh}; of a
 * block {@code shift.hours} (τ, negative up to the next window), {@code shift.stage} (0 waits, 1
 * runs, 2 is done) and {@code shift.leftHours}.
 *
 * <p>Actions: of a curtailable load {@code consumption}, MW, at rest at its top; of a shiftable one
 * {@code start} (0 waits, 1 starts), at rest 1, masked where there is nothing to choose. A fixed
 * load has none.
 */
package powergrid.devices.load;
