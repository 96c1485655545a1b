package powergrid.api.agent;

/** A curve by which equipment follows its voltage within a solve: IEEE Std 1547-2018, clause 5. */
public enum Characteristic {
  /** Reactive power injected, as a share of the rating, by voltage in pu. */
  VOLT_VAR,
  /** Greatest active power injected, as a share of the rating, by voltage in pu. */
  VOLT_WATT
}
