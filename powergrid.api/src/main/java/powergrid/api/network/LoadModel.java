package powergrid.api.network;

/** How a load's power depends on its voltage v in per unit of rated. */
public enum LoadModel {
  /** Constant power. */
  POWER,
  /** Constant current magnitude and power factor: power goes with v. */
  CURRENT,
  /** Constant impedance: power goes with v². */
  IMPEDANCE
}
