package powergrid.engine.world;

/** Says whether the networks could carry a contract. */
interface Admission {
  /**
   * Whether they could, beside all contracts of the step.
   *
   * @param seller index of the agent that would inject
   * @param buyer index of the agent that would take
   * @param mw power
   */
  boolean admits(int seller, int buyer, double mw);
}
