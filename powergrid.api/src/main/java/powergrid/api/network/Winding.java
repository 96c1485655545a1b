package powergrid.api.network;

/** How a transformer's winding is connected. */
public enum Winding {
  /** Wye with grounded neutral. */
  GROUNDED_WYE,
  /** Wye with its neutral floating. */
  WYE,
  /** Delta. */
  DELTA
}
