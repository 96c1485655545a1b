package powergrid.api.experiment;

/** What a comparison shows, at 5 % over its family. */
public enum Verdict {
  /** The variant is better. */
  BETTER,
  /** The variant is worse. */
  WORSE,
  /** The two differ, in a metric whose values are neither better nor worse. */
  DIFFERENT,
  /** Nothing is shown: what there is may be chance. */
  UNDECIDED,
  /** Nothing could be shown, whatever the seeds had come to: there are too few of them. */
  TOO_FEW_SEEDS
}
