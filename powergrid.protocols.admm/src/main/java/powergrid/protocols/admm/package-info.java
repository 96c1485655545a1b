/**
 * How peers agree on a dispatch by the alternating direction method of multipliers.
 *
 * <p><b>{@code admm}.</b> Participants i, each with a cost f of its power x within its limits, look
 * for the cheapest powers that sum to what all of them need together,
 *
 * <pre>minimise Σ f(x)   so that   Σ x = Σ b,   least ≤ x ≤ greatest</pre>
 *
 * <p>without telling each other f or the limits. These are a participant's {@link
 * powergrid.api.agent.Flexibility flexibility}, which a parent has of what its children reported:
 *
 * <pre>f′(x) = sell + 2 curve x   above 0,   buy + 2 curve x   below</pre>
 *
 * <p>The need b follows from {@code balance}: with {@code demand} it is what the participant's
 * network took in the last step beyond what was injected there by others than those who can be
 * dispatched; with {@code none} 0; with {@code given} all of {@code totalMw} for the first
 * participant and 0 for the others.
 *
 * <p>This is the exchange problem of Boyd et al., <em>Distributed Optimization and Statistical
 * Learning via the Alternating Direction Method of Multipliers</em>, Foundations and Trends in
 * Machine Learning 3(1), 2011, section 7.3.2. Its two averages, of the surplus x − b and of the
 * price π = −ρ u, are taken without a coordinator by tracking (Falsone, Notarnicola, Notarstefano
 * and Prandini, <em>Tracking-ADMM for distributed constraint-coupled optimization</em>, Automatica
 * 117, 2020). Everybody tells its neighbours j in every round the sum S of its surpluses d so far,
 * and its price. With the weights of Metropolis, w = 1 / (1 + max(neighbours, neighbours of j)),
 *
 * <pre>
 * d̄ = x − b − Σ w (S − S of j)
 * π̄ = π + Σ w (π of j − π)
 * x⁺ = argmin f(x⁺) − π̄ x⁺ + ρ/2 (x⁺ − x + d̄)²
 * d⁺ = d̄ + x⁺ − x,   π⁺ = π̄ − ρ d⁺,   S⁺ = S + d⁺
 * </pre>
 *
 * <p>The argmin is the best response to the price π̄ + ρ (x − d̄) of a flexibility whose curve is
 * greater by ρ/2, cut to the limits. On a complete graph all means are those of all, and this is
 * exchange ADMM itself, iteration by iteration; on every other connected graph it converges to the
 * same powers and one price, in more rounds. ρ changes how many: about the slope 2 curve of the
 * participants is good, less on graphs with long ways.
 *
 * <p><b>When it ends.</b> By the residuals of Boyd et al., section 3.3.1, of each participant, with
 * ε = {@code toleranceMw}, δ = {@code tolerance} and z = x − d:
 *
 * <pre>
 * |d|        ≤ ε + δ max(|x|, |b|)    primal
 * ρ |z⁺ − z| ≤ ρ ε + δ |π|            dual
 * |π̄ − π|    ≤ ρ ε + δ |π|            prices agree, which is given on a complete graph
 * </pre>
 *
 * <p>Who is content by these, and has heard so from all neighbours in this exchange, votes to end.
 * As Σ d = Σ x − Σ b in every round, the powers agreed on miss their sum by Σ (ε + δ max(|x|, |b|))
 * at most where no message is lost or late. The next exchange starts from the powers, prices and
 * sums of the last one, which is a few rounds from the new optimum where little has changed.
 *
 * <p><b>Loss and delay.</b> The last value heard of a neighbour stands in for one that is missing.
 * S is a sum, so that the next message makes good what a lost one would have said: loss costs
 * rounds, and the optimum stays the only point of rest. Where the exchange ends, the powers miss
 * their sum by Σ w |S − S heard| beyond the bound above, what each still has to hear of each
 * neighbour; with one message in five lost that is below 1 % of the demand. A latency of several
 * rounds slows it down and lets it swing, the more the smaller ρ is. Powers stay within their
 * limits, and exchanges that have not come to rest when the window closes are counted by the metric
 * {@code open-exchanges}. Who has heard nothing of a neighbour in an exchange does not end it.
 *
 * <p><b>What cannot be met.</b> Where all together can do less than is needed, or more than that at
 * least, nobody becomes content, the price rises or falls to {@code priceLimit}, and everybody ends
 * at its limit, which is nearest to what is needed; the exchange is open. So is one whose need
 * would take a price beyond the limit.
 *
 * <p><b>What is asked for.</b> The power x, with {@code target: price} the price π, which {@code
 * price-signal} has devices answer; with {@code share}, the rest being what the participant had in
 * mind:
 *
 * <pre>request = share · agreed + (1 − share) · intended</pre>
 */
package powergrid.protocols.admm;
