/**
 * The connection to the upstream grid, metered at the network's source. The power flow decides what
 * flows; the device bills it. Here, and only here, positive power means import.
 *
 * <p>P is the realised power in MW, π the interval's price in USD/MWh, Δt its length in hours. A
 * power X, in MW, is billed at
 *
 * <pre>
 * bill(X) = X π                            for X ≥ 0, import
 * bill(X) = X (π sellFactor − spread)      for X &lt; 0, export: revenue where that is positive
 * </pre>
 *
 * <p>With {@code mode: metered} there is nothing to decide, and a step costs bill(P) Δt. With
 * {@code mode: scheduled} the agent says by the action {@code exchange} what it will exchange, S,
 * import positive, from −exportMaxMw to importMaxMw, at rest 0. The schedule is billed at the
 * price, and what misses it is bought or sold in addition, each MWh of it dearer by {@code
 * deviationPrice}:
 *
 * <pre>cost = (bill(S) + bill(P − S) + deviationPrice |P − S|) Δt</pre>
 *
 * <p>the settlement of imbalances by two prices (van der Veen and Hakvoort, The electricity
 * balancing market, Utilities Policy 43, 2016). While the price is not negative no schedule costs
 * less than the true one. In a blackout nothing is billed. A schedule is no power to be dispatched:
 * protocols leave it to the agent.
 *
 * <p>Contracts of the microgrid are settled first: where it sold C MW for the step, minus what it
 * bought, P + C takes the place of P in both equations. So energy that was contracted and not
 * delivered is bought at the grid's price, and what was delivered beyond is sold at it. All that
 * the connection bills is paid to whoever supplies it: revenue of the operator of the network that
 * the microgrid is attached to, where the scenario has one.
 *
 * <p>Demand is charged as by a meter with demand intervals: import, export left out, is averaged
 * over windows of {@code demandWindow}, one after the other from the episode's start, each ending
 * with the first step that completes it. Where a window's mean exceeds the greatest before, {@code
 * economics.peakMw}, the excess times {@code demandCharge} is booked, so that an episode's bookings
 * sum up to demandCharge × peak. {@code economics.windowMwh} and {@code economics.windowHours} are
 * what the present window has imported, and for how long. A window that the episode's end cuts off
 * counts nothing.
 *
 * <p>Limits are safety, not clipping: beyond one, (|P| − limit) / limit · Δt is booked as a
 * violation.
 */
package powergrid.devices.grid;
