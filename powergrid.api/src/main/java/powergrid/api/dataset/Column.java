package powergrid.api.dataset;

/**
 * A column of a dataset.
 *
 * @param name e.g. {@code load}, {@code irradiance}, {@code price}
 * @param unit of its values, e.g. {@code pu}, {@code W/m²}, {@code USD/MWh}
 * @param low a value that none is below, for observations
 * @param high a value that none is above, for observations
 * @param known when agents know it, unless the scenario says otherwise
 */
public record Column(String name, String unit, double low, double high, Known known) {}
