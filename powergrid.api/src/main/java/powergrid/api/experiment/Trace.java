package powergrid.api.experiment;

/** What an experiment writes down beside its results, on request. */
public enum Trace {
  /** Every message that agents send, a line of JSON each, a file a run. */
  MESSAGES
}
