/**
 * Air-source heat pumps, each in a building with one thermal mass.
 *
 * <p>The coefficient of performance, heat per electricity, falls with the lift ΔT between the
 * outdoor temperature and the supply temperature of the heating (Staffell, Brett, Brandon and
 * Hawkes, <em>A review of domestic heat pumps</em>, Energy &amp; Environmental Science 5, 2012: the
 * quadratic fit to field and laboratory data of air-source pumps). It holds for lifts from 15 to 60
 * K; beyond, the nearer end is taken:
 *
 * <pre>
 * ΔT  = supplyC − outdoor
 * COP = 6.81 − 0.121 ΔT + 0.000630 ΔT²
 * </pre>
 *
 * <p>The building's temperature T follows the consumption c in MW, with the heat capacity C in
 * MWh/K and the loss U in MW/K ({@code capacityMwhPerK} and {@code lossMwPerK}; one node of the
 * models in Bacher and Madsen, <em>Identifying suitable models for the heat dynamics of
 * buildings</em>, Energy and Buildings 43, 2011):
 *
 * <pre>
 * C dT/dt = COP c − U (T − outdoor)
 * T(t + Δt) = T∞ + (T(t) − T∞) exp(−U Δt / C)     T∞ = outdoor + COP c / U
 * </pre>
 *
 * <p>The second line is exact where c and the outdoor temperature last a whole step. The compressor
 * is off or runs between the least load m and its greatest consumption, m = {@code minLoad
 * maxConsumptionMw}. What is asked of it is met as follows:
 *
 * <ul>
 *   <li>it consumes at least what keeps T at {@code minC} to the end of the step, and at most what
 *       brings it to {@code maxC};
 *   <li>below m / 2 it is off, from there up to m it runs at m, where that does not overheat;
 *   <li>what {@code minC} needs goes first: rather than let T fall below, it runs at m and
 *       overheats.
 * </ul>
 *
 * <p>A temperature outside the band is a violation: its distance from the band, in widths of the
 * band, times hours. In a blackout c is 0. Heat in the band is worth {@code heatValue} per MWh, so
 * that it offers to buy at {@code heatValue COP}, from the outdoor temperature known.
 *
 * <p>Action: {@code consumption}, MW, up to {@code maxConsumptionMw}, at rest 0: the thermostat
 * alone, which keeps T at {@code minC}.
 */
package example.heatpump;
