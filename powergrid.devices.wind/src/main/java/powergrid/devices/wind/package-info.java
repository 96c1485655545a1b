/**
 * Wind turbines and parks of them.
 *
 * <p>Available power from the wind's speed v at the hub and the turbine's power curve c, a share of
 * the rated power, linear between its points:
 *
 * <pre>
 * P_available = pMaxMw · c(v)     from the curve's first speed to cutOutMs
 *             = 0                 below and above
 * v           = v_measured · (hubHeightM / measuredAtM)^shearExponent
 * </pre>
 *
 * <p>The curve is that of an IEC 61400-1 class, composed of those of several turbines (King,
 * Clifton and Hodge, <em>Validation of Power Output for the WIND Toolkit</em>, NREL/TP-5D00-61714,
 * 2014; {@code iecClass}, by default ii, medium wind), or {@code powerCurve}. Its shares of the
 * rated power, by the speed at the hub:
 *
 * <pre>
 * m/s      3      4      5      6      7      8      9     10     11     12     13     14
 * i   0.0043 0.0323 0.0771 0.1426 0.2329 0.3528 0.5024 0.6732 0.8287 0.9264 0.9774 0.9946
 * ii  0.0052 0.0423 0.1031 0.1909 0.3127 0.4731 0.6693 0.8554 0.9641 0.9942 0.9994 1
 * iii 0.0054 0.0530 0.1351 0.2508 0.4033 0.5952 0.7849 0.9178 0.9796 1      1      1
 * </pre>
 *
 * <p>Class i has 0.999 at 15 and 16 m/s and 1 from 17 m/s. They cut out above 25, 25 and 22 m/s.
 *
 * <p>The power law takes a measured speed to the hub (Justus and Mikhail, <em>Height variation of
 * wind speed and wind distributions statistics</em>, Geophysical Research Letters 3, 1976); its
 * exponent is 1/7 over open land, less over water, more over towns; IEC 61400-1 has 0.2. Without
 * {@code measuredAtM} the series is the speed at the hub. Density of the air, turbulence, wakes and
 * a restart below the cut-out speed are not modelled.
 *
 * <p>The unit feeds in what is available up to its ceiling, and what the voltage leaves of it where
 * {@code inverter} follows that ({@link powergrid.api.device.Inverter}). Whatever is available and
 * not realised is curtailed energy: what the ceiling keeps back, what volt-watt, or reactive power
 * that goes first, takes away, and all of it in a blackout. What the inverter's rating or power
 * factor cuts off is not available. It offers, at no cost, what the last speed known would give;
 * asked for exactly that, it lifts its ceiling, so that a wind that grows stronger within the step
 * is not lost.
 *
 * <p>Actions: {@code pLimit}, the ceiling in MW, at rest at {@code pMaxMw}; {@code q}, MVAr, where
 * {@code inverter} has it decide. State: {@code wind.availableMw}, of the last interval.
 */
package powergrid.devices.wind;
