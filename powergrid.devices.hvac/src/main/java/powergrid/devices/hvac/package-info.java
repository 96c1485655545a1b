/**
 * Heating and cooling of buildings.
 *
 * <p>The building has two masses, its air with what is in it, at T, and its envelope, at E (model
 * TiTe of Bacher and Madsen, <em>Identifying suitable models for the heat dynamics of
 * buildings</em>, Energy and Buildings 43, 2011). With the outdoor temperature O:
 *
 * <pre>
 * airMwhPerK dT/dt      = airToEnvelopeMwPerK (E − T) + infiltrationMwPerK (O − T) + Q
 * envelopeMwhPerK dE/dt = airToEnvelopeMwPerK (T − E) + envelopeToOutdoorMwPerK (O − E)
 * Q = ±COP · x + internalGainMw + solarApertureM2 · G
 * </pre>
 *
 * <p>x is the power that it consumes, G the irradiance; the coefficient of performance is that of
 * heating (+) or of cooling (−). O, G and x are constant within a step, so that the equations are
 * solved exactly: by Φ = exp(A Δt) of the system's matrix A, whose two eigenvalues are real and
 * negative. The temperatures at the end are linear in x.
 *
 * <p>{@code mode: auto} heats where the air would end the step below the middle of its band if
 * nothing was done, and cools otherwise.
 *
 * <p>A thermostat keeps the air within {@code minC} to {@code maxC} at the end of every step, as
 * far as the power allows: heating, it consumes at least what reaches {@code minC} and at most what
 * reaches {@code maxC}; cooling, the other way round. Within that it follows what it is asked for.
 * Outside its band the air is out of comfort: with d the kelvins beyond,
 *
 * <pre>
 * violation = d / (maxC − minC) · Δt
 * cost      = discomfortCost · d · Δt
 * </pre>
 *
 * <p>It offers the range that the thermostat leaves, at {@code comfortValue}: below that price it
 * stores heat, or cold, in the building. It consumes at a lagging power factor f: P = −x, Q = −x
 * tan(arccos f).
 *
 * <p>State: {@code thermal.indoorC} and {@code thermal.envelopeC}.
 *
 * <p>Action: {@code consumption}, MW, at rest 0: the thermostat alone decides.
 */
package powergrid.devices.hvac;
