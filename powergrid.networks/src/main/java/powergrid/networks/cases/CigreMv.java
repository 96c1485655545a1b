package powergrid.networks.cases;

import powergrid.api.plugin.Field;

/**
 * The configuration of CIGRE's medium-voltage network.
 *
 * @param der which distributed generation and storage there is
 */
public record CigreMv(
    @Field(value = "none", help = "Distributed generation and storage: none, pv-wind or all")
        Der der) {
  /** Without distributed generation. */
  public CigreMv() {
    this(Der.NONE);
  }

  /** Distributed generation and storage. */
  public enum Der {
    /** None. */
    NONE,
    /** Eight photovoltaic plants and a wind turbine. */
    PV_WIND,
    /** Fuel cells, a combined heat and power plant and two batteries besides. */
    ALL;

    /** Whether a unit is there that first appears with a variant. */
    boolean has(String since) {
      return this == ALL || (this == PV_WIND && since.equals("pv-wind"));
    }
  }
}
