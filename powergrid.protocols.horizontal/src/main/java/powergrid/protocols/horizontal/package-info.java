/**
 * How peers coordinate without anybody above them.
 *
 * <p><b>{@code none}.</b> They do not.
 *
 * <p><b>{@code consensus}.</b> Everybody holds a number, x, and brings it nearer to what its
 * neighbours say, round by round, until all hold the average of what they began with. With the
 * weights of Metropolis (Xiao, Boyd and Kim, <em>Distributed average consensus with
 * least-mean-square deviation</em>, Journal of Parallel and Distributed Computing 67, 2007)
 *
 * <pre>
 * x ← x + Σ w (x of a neighbour − x),   w = 1 / (1 + max(d, d of the neighbour))
 * </pre>
 *
 * <p>d being how many neighbours each has, the average is kept on every connected graph, irregular
 * ones too, as long as no message is lost or late; with a constant {@code weight} instead, it is
 * kept too, and reached where the weight is below 2 / λ of the graph's Laplacian matrix. Averaged
 * is a reading of the participants, {@code netMw} by default. What was agreed on is asked for, with
 * {@code share}, the rest being what the participant had in mind:
 *
 * <pre>request = share · average + (1 − share) · intended</pre>
 *
 * <p>What is asked for is a power, or by {@code target} a price or a voltage, which needs a
 * vertical protocol that does something with it: with {@code target: voltage} peers agree on the
 * mean of their devices' voltages, {@code voltagePu}, and each makes it the reference of its {@code
 * volt-var} curve, so that who is above the mean absorbs reactive power and who is below injects.
 *
 * <p><b>{@code load-balancing}.</b> Two averages at once, of the demand and of the capacity; their
 * ratio r is the same for all, and everybody supplies r times its own capacity: equal ratios, not
 * equal megawatts (ratio consensus; Dominguez-Garcia and Hadjicostis, <em>Distributed algorithms
 * for control of demand response and distributed energy resources</em>, IEEE CDC 2011). The demand
 * is the reading {@code demandMw}, the capacity the most that the participant's devices report they
 * can inject.
 *
 * <p><b>{@code proportional-sharing}.</b> The same in one round and without agreement beyond the
 * neighbours: everybody sums up what it and its neighbours demand and can do. On a complete graph
 * this is exact; on others everybody balances its own neighbourhood.
 *
 * <p><b>{@code learned-message}.</b> Everybody's action gets {@code size} more components, {@code
 * message.0} and so on, numbers from −1 to 1 or symbols, which its neighbours observe in the next
 * step, and nobody else reads: what they mean is for those who learn to find out (Sukhbaatar, Szlam
 * and Fergus, <em>Learning multiagent communication with backpropagation</em>, NeurIPS 2016; Lowe
 * et al., <em>Multi-agent actor-critic for mixed cooperative-competitive environments</em>, NeurIPS
 * 2017). With {@code zeroed} the same actions say nothing: what communication is worth is the
 * difference. It asks for nothing.
 *
 * <p><b>{@code federated}.</b> Peers that learn by themselves average what they learnt, without
 * telling anybody what they observed (McMahan et al., <em>Communication-efficient learning of deep
 * networks from decentralized data</em>, AISTATS 2017). After every {@code every} iterations of its
 * learner a participant sends its neighbours the parameters w that it acts by, with the number n of
 * samples that it learnt from since the last exchange, and takes over
 *
 * <pre>w ← Σ n w / Σ n</pre>
 *
 * <p>over itself and those that it heard from. On a complete graph this is FedAvg; on others
 * everybody averages with its neighbours (Lalitha et al., <em>Fully decentralized federated
 * learning</em>, NeurIPS workshop on Bayesian deep learning, 2018). With {@code proximal} µ a
 * participant minimises its own loss plus ½ µ ‖w − the average‖² until the next exchange (FedProx;
 * Li et al., <em>Federated optimization in heterogeneous networks</em>, MLSys 2020). With {@code
 * layers: trunk} all layers but the last are averaged, for participants that observe the same and
 * decide on different things. The moments by which observations are normalised are merged by count;
 * optimisers and critics stay with their owners. An update that is lost is left out; one that takes
 * longer than the exchange is waited for up to {@code deadline} steps, and is left out after that,
 * or once its receiver has learnt on. Models travel in the first of the environments that a learner
 * has side by side, and nowhere once nobody learns. It asks for nothing.
 *
 * <p>Under loss and delay the last value heard from a neighbour stands in for one that is missing:
 * of the same exchange where averages are taken, of any step in {@code proportional-sharing}. A
 * neighbour that has not been heard from is left out. Averages are then off, but never outside the
 * range of what participants began with.
 */
package powergrid.protocols.horizontal;
