package powergrid.networks.cases;

import powergrid.api.plugin.Field;

/**
 * The configuration of the CIGRE medium-voltage network.
 *
 * @param der which distributed energy resources it has
 */
public record CigreMv(
    @Field(value = "none", help = "Distributed energy resources: photovoltaics and wind, or all")
        Der der) {
  /** Which distributed energy resources there are. */
  public enum Der {
    /** None. */
    NONE,
    /** Photovoltaics and wind. */
    PV_WIND,
    /** Those, batteries, fuel cells and combined heat and power. */
    ALL
  }
}
