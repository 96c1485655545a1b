package powergrid.api.environment;

/** Whose doing agents are rewarded for while they learn. */
public enum Credit {
  /** Each agent's reward is its own, as the scenario's reward says. */
  OWN,
  /** Each agent's reward is the sum of all agents'. */
  SHARED,
  /**
   * Each agent's reward is the sum of all agents' less what that sum would have been had the agent
   * taken its default action and all else, noise included, been the same (Wolpert and Tumer, Adv.
   * Complex Syst. 4, 2001).
   */
  DIFFERENCE
}
