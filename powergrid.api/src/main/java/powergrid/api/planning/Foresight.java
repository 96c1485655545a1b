package powergrid.api.planning;

/** What a plan takes the series of the steps ahead to be. */
public enum Foresight {
  /** What is known ahead; else the newest value known, for ever. */
  PERSISTENCE,
  /** What is known ahead; else what the scenario's data forecasts; else the newest value known. */
  FORECAST,
  /** What comes. No agent could know it: for reference points, and named as what they are. */
  PERFECT
}
