/**
 * The connection to the upstream grid, metered at the network's source. The power flow decides what
 * flows; the device bills it and has nothing to decide. Here, and only here, positive power means
 * import.
 *
 * <p>With the realised power P in MW, the interval's price π in USD/MWh and its length Δt in hours:
 *
 * <pre>
 * cost = P π Δt                for P ≥ 0, import
 * cost = P π sellFactor Δt     for P &lt; 0, export: revenue where π is positive
 * </pre>
 *
 * <p>Limits are safety, not clipping: beyond one, (|P| − limit) / limit · Δt is booked as a
 * violation.
 */
package powergrid.devices.grid;
