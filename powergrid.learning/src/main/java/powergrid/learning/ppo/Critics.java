package powergrid.learning.ppo;

/** What critics look at. */
enum Critics {
  /** What the role's policy looks at. */
  OWN,
  /** The environment's central state, and which player of the role is meant. */
  CENTRAL
}
