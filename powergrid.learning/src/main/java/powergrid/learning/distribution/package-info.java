/**
 * Distributions of actions, and what learning asks of them.
 *
 * <p>A network's outputs are the mean of each continuous axis and the logits of each choice. What
 * is drawn is a raw sample u: of a continuous axis a normal variate, of a choice its number. The
 * raw sample is what learning stores, and its probability is what learning weighs; clamping to
 * bounds and whatever coordination does to an action come after and change neither.
 *
 * <pre>
 * continuous   u ~ N(mu, sigma^2)      action in [-1, 1]: u clamped, or tanh(u) where squashed,
 *                                      then mapped linearly onto [low, high]
 *              log p = sum_i log N(u_i; mu_i, sigma_i) [ - log(1 - tanh(u_i)^2) where squashed ]
 * choice       p(k) = softmax over the choices that are open
 * sigma        exp(s), s learnt and the same in every state;
 *              or, state-dependent, of features f (what the last hidden layer gives):
 *              sigma^2 = sum_h f_h^2 exp(2 s_h) + 1e-6, explored by u = mu + sum_h f_h theta_h
 *              with theta_h ~ N(0, exp(2 s_h)) drawn once for several steps
 * </pre>
 *
 * <p>Sources: squashing, T. Haarnoja et al., ICML 2018, arXiv:1801.01290, appendix C;
 * state-dependent exploration, A. Raffin, J. Kober and F. Stulp, Smooth exploration for robotic
 * reinforcement learning, CoRL 2021, arXiv:2005.05719; masks, S. Huang and S. Ontañón, FLAIRS 2022,
 * arXiv:2006.14171.
 */
package powergrid.learning.distribution;
