/**
 * Photovoltaic plants.
 *
 * <p>Available power from the irradiance G in the plane of the array, in W/m², with the array's
 * power dcMw at 1000 W/m² and a cell temperature of 25 °C, and the performance ratio PR (IEC
 * 61724-1), clipped by the inverter (the array of PVWatts: Dobos, <em>PVWatts Version 5
 * Manual</em>, NREL/TP-6A20-62641, 2014):
 *
 * <pre>
 * P_available = min(pMaxMw, dcMw · G / 1000 · PR · max(0, 1 + γ (Tcell − 25 °C)))
 * Tcell       = Tair + (NOCT − 20 °C) / 800 · G
 * </pre>
 *
 * <p>Tcell is that of the nominal operating cell temperature NOCT (Ross, <em>Interface design
 * considerations for terrestrial solar cell modules</em>, 12th IEEE Photovoltaic Specialists
 * Conference, 1976), without wind; γ is {@code temperatureCoefficient}. At its default, 0,
 * temperature is part of the performance ratio and no series of temperature is needed.
 *
 * <p>Without {@code tiltDeg} the series {@code irradiance} is G itself. With it, that series is the
 * global irradiance GHI on the horizontal, and G follows from it, the beam DNI, the diffuse DHI and
 * the sun's elevation h and azimuth A, for a plane tilted by β that faces α, with the ground's
 * albedo ρ, under an isotropic sky (Liu and Jordan, <em>The interrelationship and characteristic
 * distribution of direct, diffuse and total solar radiation</em>, Solar Energy 4, 1960):
 *
 * <pre>
 * G     = DNI max(0, cos θ) + DHI (1 + cos β) / 2 + GHI ρ (1 − cos β) / 2
 * cos θ = sin h cos β + cos h sin β cos(A − α)
 * </pre>
 *
 * <p>There is no beam while h ≤ 0. Azimuths count from north clockwise.
 *
 * <p>What users of PVWatts v5 would set for its defaults, a fixed open rack of standard modules:
 *
 * <ul>
 *   <li>{@code dcMw} 1.1 times {@code pMaxMw}, the ratio of DC to AC power
 *   <li>{@code performanceRatio} 0.825: losses of 14.08 % times an inverter efficiency of 0.96
 *   <li>{@code temperatureCoefficient} −0.47 %/K (premium modules −0.35, thin film −0.20), with
 *       {@code noctC} 45 °C
 *   <li>{@code azimuthDeg} 180 and {@code albedo} 0.2, as they are here
 * </ul>
 *
 * <p>PVWatts itself has a sky that is brighter around the sun, wind that cools, and an inverter
 * whose efficiency falls at low load; those are not here.
 *
 * <p>The plant feeds in what is available up to its ceiling, and what the voltage leaves of it
 * where {@code inverter} follows that ({@link powergrid.api.device.Inverter}). Whatever is
 * available and not realised is curtailed energy: what the ceiling keeps back, what volt-watt, or
 * reactive power that goes first, takes away, and all of it in a blackout. What the inverter clips,
 * by {@code pMaxMw}, its rating or its power factor, is not available. It never feeds in more than
 * is available. It offers, at no cost, what the last weather known would give; asked for exactly
 * that, it lifts its ceiling, so that a sun that grows brighter within the step is not lost.
 *
 * <p>Actions: {@code pLimit}, the ceiling in MW, at rest at {@code pMaxMw}; {@code q}, MVAr, where
 * {@code inverter} has it decide. State: {@code solar.availableMw}, of the last interval.
 */
package powergrid.devices.solar;
