/**
 * Electrolyzers that make hydrogen for a demand, with a store between.
 *
 * <p>A stack's voltage rises with its current, about in proportion to it over the usual range
 * (Ulleberg, <em>Modeling of advanced alkaline electrolyzers</em>, International Journal of
 * Hydrogen Energy 28, 2003), and its current makes hydrogen by Faraday's law: 1 V takes 2 F / M =
 * 26.6 kWh/kg. With auxiliaries that run whenever it does, the power x in MW for a flow of m in
 * kg/h is therefore
 *
 * <pre>
 * x = a + (α m + β m²) / 1000
 * a = auxiliaryShare · maxConsumptionMw
 * α = idleKwhPerKg                            of the stack at a vanishing current
 * β   such that at maxConsumptionMw, all in all, fullKwhPerKg are taken for a kilogram
 * </pre>
 *
 * <p>42 kWh/kg are 1.58 V a cell; the higher heating value of hydrogen is 39.4 kWh/kg. Systems take
 * 50 to 78 kWh/kg (alkaline) or 50 to 83 (PEM; IRENA, <em>Green Hydrogen Cost Reduction</em>, 2020,
 * table 6). Part load is more efficient, until the auxiliaries weigh more.
 *
 * <p>It runs between {@code minLoad} and its greatest power, or is on standby with {@code
 * standbyMw}: asked for less than half of the least power, or where the store has no room for what
 * that would make in a step. Nothing is vented: with s kg stored, a capacity S and a demand D in
 * kg/h, the flow of a step of Δt hours is at most (S − s) / Δt + D. When the step is settled, once,
 * from the power that really flowed:
 *
 * <pre>
 * made      = min(m(x) Δt, S − s + D Δt)       m = 0 below the least power
 * delivered = min(s + made, D Δt)
 * s         ← s + made − delivered
 * cost      = shortfallCost (D Δt − delivered) − hydrogenPrice · delivered
 * </pre>
 *
 * <p>It offers to consume what a kilogram is worth at {@code hydrogenPrice}: the marginal value
 * 1000 · hydrogenPrice / (α + 2 β m) in USD/MWh, by its chord from least to greatest power.
 *
 * <p>It consumes at a lagging power factor f: P = −x, Q = −x tan(arccos f).
 *
 * <p>State: {@code hydrogen.storedKg}; {@code hydrogen.madeKg}, {@code hydrogen.deliveredKg} and
 * {@code hydrogen.shortfallKg} of the last step.
 *
 * <p>Action: {@code consumption}, MW, at rest at its top: it runs until the store is full.
 */
package powergrid.devices.electrolyzer;
