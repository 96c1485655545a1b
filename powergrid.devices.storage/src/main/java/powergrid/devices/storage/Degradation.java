package powergrid.devices.storage;

/** How a battery loses health by use. */
public enum Degradation {
  /** Not at all. */
  NONE,
  /** By every equivalent full cycle alike. */
  THROUGHPUT,
  /** By every cycle, the deeper the more. */
  CYCLE_DEPTH
}
