/**
 * Proximal policy optimisation for one agent or many.
 *
 * <p>An iteration gathers {@code horizon} steps of every copy of the environment with the policy
 * pi_old, estimates advantages, and then improves the policy on minibatches for some epochs:
 *
 * <pre>
 * delta_t = r_t + gamma V(s_t+1) - V(s_t)       V(s_t+1) = 0 where the episode ended of its own;
 *                                               of the final observation where it was cut off
 * A_t     = delta_t + gamma lambda A_t+1        A_t+1 = 0 where the episode ended
 * R_t     = A_t + V(s_t)
 * rho     = pi(u_t | s_t) / pi_old(u_t | s_t)   of the raw sample u_t, whatever became of it
 * L       = - mean min(rho A, clip(rho, 1 - e, 1 + e) A) - c_H mean H + c_V mean (V - R)^2
 * </pre>
 *
 * <p>Advantages are normalised within each minibatch. {@code gamma} discounts by step, not by hour:
 * a step of 15 minutes and 0.99 looks a day ahead (a weight of 0.38 after 96 steps).
 *
 * <p>{@code normalizeReturns} has the critic learn returns that are shifted and scaled to mean 0
 * and deviation 1, and rescales its last layer whenever these move, so that what it says stays the
 * same (PopArt). {@code scaleRewards} divides rewards by the running deviation of discounted
 * returns. Neither shifts rewards: whether it pays to live on is the environment's to say.
 *
 * <p>What is learnt depends on configuration and seed alone: a minibatch is cut into a number of
 * shards that is the same on every machine, each shard's gradient is summed for itself, and the
 * sums are added in order.
 *
 * <p>Sources: J. Schulman et al., Proximal policy optimization algorithms, arXiv:1707.06347;
 * advantages, J. Schulman et al., ICLR 2016, arXiv:1506.02438; what implementations do beyond the
 * paper, S. Huang et al., The 37 implementation details of proximal policy optimization, ICLR blog
 * track 2022; returns, H. van Hasselt et al., NeurIPS 2016, arXiv:1602.07714; many agents, C. Yu et
 * al., The surprising effectiveness of PPO in cooperative multi-agent games, NeurIPS 2022,
 * arXiv:2103.01955, and C. S. de Witt et al., arXiv:2011.09533.
 */
package powergrid.learning.ppo;
