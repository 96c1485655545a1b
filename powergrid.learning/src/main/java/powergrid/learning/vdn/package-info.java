/**
 * Value decomposition networks: what a team earns is the sum of what each agent's network says of
 * its own observation and action, so that each agent can act by itself and all learn from what they
 * earn together.
 *
 * <pre>
 * Q(s, a)   = sum over agents i and axes k of Q_ik(o_i, a_ik)
 * y         = r + gamma sum max over a' of Q'_ik(o'_i, a'_ik)      0 instead of the sum where the
 *                                                                  episode ended of its own
 * L         = mean over a minibatch of the replay of (Q(s, a) - y)^2
 * </pre>
 *
 * <p>Continuous axes are cut into bins, evenly from bound to bound, so that the sum goes over axes
 * too: an agent with three axes of five bins has 15 outputs, not 125. Q' is a target network that
 * follows from time to time; the maximum is taken where the network itself has it and valued by the
 * target network (double Q-learning). r is the mean of the agents' rewards, divided by the
 * deviation of its discounted sums over about as many steps as the replay keeps, and not shifted.
 * Agents explore by taking each axis at random with probability epsilon.
 *
 * <p>Sources: P. Sunehag et al., AAMAS 2018, arXiv:1706.05296; axes as branches, A. Tavakoli, F.
 * Pardo and P. Kormushev, AAAI 2018, arXiv:1711.08946; replay and target network, V. Mnih et al.,
 * Nature 518, 2015; H. van Hasselt, A. Guez and D. Silver, AAAI 2016, arXiv:1509.06461.
 */
package powergrid.learning.vdn;
