/**
 * Hand-written policies for agents that do not learn.
 *
 * <ul>
 *   <li>{@code hold} chooses nothing: the last action stays.
 *   <li>{@code random} is uniform over the action space.
 *   <li>{@code rule} does as an operator would: the tariff under a price signal, merit order with
 *       gentle batteries under set points.
 *   <li>{@code best-response} is for devices that decide for themselves, and parents that say a
 *       price.
 *   <li>{@code economic-dispatch} is for parents: what their children do costs the least.
 * </ul>
 *
 * <p>{@code best-response} and {@code economic-dispatch} look at the present step alone: nothing is
 * saved for later but what a device itself asks a higher price for, as a battery does.
 *
 * <pre>
 * p_i           power that unit i injects, MW, within p_i,min to p_i,max; negative for consumption
 * C_i(p)        what it costs, USD/h, convex: dC_i/dp = sell_i + 2 curve_i p   for p &gt; 0
 *                                                      buy_i  + 2 curve_i p   for p &lt; 0
 * pi            price, USD/MWh: the newest that the parent said, else the tariff of the hour
 * D             what the source would supply if no unit injected anything, MW, as in the last step
 * </pre>
 *
 * <p>The best response of a unit is the power that minimises C_i(p) - pi p, where its marginal cost
 * meets the price:
 *
 * <pre>
 * p_i(pi) = the p within the range with dC_i/dp = pi; else the bound that is nearest to it
 * </pre>
 *
 * <p>{@code economic-dispatch} minimises over all units that reported what they can do, and at what
 * cost, in this step (a unit whose report says nothing of costs is free):
 *
 * <pre>
 * sum_i C_i(p_i) + pi (D - sum_i p_i)
 *    subject to   D - sum_i p_i &lt;= importLimitMw                       or
 *                 sum_i p_i + power of other devices = netMw          or nothing
 * </pre>
 *
 * <p>By the conditions of Karush, Kuhn and Tucker all units run at the same incremental cost
 * lambda, or at a bound: p_i = p_i(lambda). Without a constraint that binds lambda is pi, so that a
 * price does what a dispatch would. Else it is where sum_i p_i(lambda), which does not fall as
 * lambda grows, is what is required; it is found by bisection. Where not even all units at a bound
 * are enough, they are left there.
 *
 * <p>Source: A. J. Wood, B. F. Wollenberg, Power Generation, Operation, and Control, second
 * edition, Wiley 1996, chapter 3: economic dispatch of thermal units, and the lambda-iteration
 * method.
 */
package powergrid.policies;
