package powergrid.api.experiment;

/**
 * How much an experiment runs.
 *
 * @param variants that are compared
 * @param baselines that learners are held against, beside them
 * @param seeds of each, one run a seed
 * @param episodes of every run
 */
public record ExperimentSize(int variants, int baselines, int seeds, int episodes) {
  /**
   * How many runs that is.
   *
   * @return those of variants and baselines
   */
  public int runs() {
    return (variants + baselines) * seeds;
  }
}
