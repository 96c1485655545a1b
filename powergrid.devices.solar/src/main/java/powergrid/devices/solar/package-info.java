/**
 * Photovoltaic plants.
 *
 * <p>Available power from irradiance G in W/m², with array power at 1000 W/m² and the plant's
 * performance ratio PR (IEC 61724-1), clipped by the inverter:
 *
 * <pre>P_available = min(pMaxMw, dcMw · G / 1000 · performanceRatio)</pre>
 *
 * <p>Temperature is part of the performance ratio here. The plant feeds in what is available up to
 * its ceiling; what the ceiling keeps back is curtailed energy. It never feeds in more than is
 * available. It offers, at no cost, what the last irradiance known would give; asked for exactly
 * that, it lifts its ceiling, so that a sun that grows brighter within the step is not lost.
 *
 * <p>Action: {@code pLimit}, the ceiling in MW, at rest at {@code pMaxMw}.
 */
package powergrid.devices.solar;
