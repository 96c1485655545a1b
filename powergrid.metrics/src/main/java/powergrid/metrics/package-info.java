/**
 * What an experiment reports.
 *
 * <p>Costs and energies of the hierarchy are those of the agents at its top, whose figures include
 * everybody below. Networks in blackout have no power and no voltages: they count in {@code
 * blackouts} and {@code energy-not-served} and nowhere else.
 */
package powergrid.metrics;
