/**
 * How peers trade energy among each other.
 *
 * <p><b>{@code p2p-trading}.</b> A double auction in every step, run by one of the participants,
 * the {@code auctioneer}, which its neighbours can trade through: on a complete graph or a star
 * around it everybody, elsewhere who is beside it.
 *
 * <p>Everybody tells the auctioneer its orders. Let m be the power that its devices are to inject
 * in this step, n = m − d its position, where d is what its own network took in the last step, π
 * the tariff and s the {@code sellFactor}: without trade n would be sold at s π where it is
 * positive, and bought at π where it is negative. These are its marginal values, so that
 *
 * <pre>
 * n &gt; 0   offers (1 − margin) n at s π
 * n &lt; 0   bids for (1 − margin) |n| at π
 * </pre>
 *
 * <p>Both are part of what the devices are to do anyway: trading them changes no power, only who is
 * paid. With {@code extra} a participant also offers what its devices could inject beyond m, up to
 * their greatest power M, as far as that costs less than the tariff. What the first of it costs,
 * c(m), is the price that its own action stands for, where its vertical protocol has one, and else
 * taken from the line that is its flexibility; what the last of it costs, c(M), from that line's
 * end. Of the straight line between them it offers one block, at what the last of the block costs:
 *
 * <pre>
 * c     = min(c(M), (max(c(m), s π) + π) / 2)
 * offers (M − m) (c − c(m)) / (c(M) − c(m)) at max(c, s π)
 * </pre>
 *
 * <p>Under {@code setpoint}, which moves devices in proportion to their room, the line so bounds
 * what more costs, and nothing is sold below the cost that devices report. Of storage that is an
 * opportunity, not money; and what a policy makes, in later steps, of power that was asked for
 * beyond its own action is that policy's affair. Nobody stands on both sides of the book: with a
 * deficit and spare production as well it either bids or offers, whichever is more.
 *
 * <p>Who supplies microgrids that are attached to its network ({@code netMw} + {@code importMw} −
 * {@code demandMw}, what it passes on, is not 0) orders nothing: what they export is its own at s π
 * and what they import is paid for at π without any trade, so that none can be to its advantage.
 * Trades among them are to its disadvantage, by the difference of both; a fee can make up for that.
 *
 * <p>{@code bidFactor} and {@code offerFactor} shade truthful orders: a value v is bid as v − (1 −
 * bidFactor) |v| and offered as v + (offerFactor − 1) |v|.
 *
 * <p>The fee f, which each side owes the auctioneer, is added to offers and taken off bids before
 * they are told. The auctioneer sorts bids from the highest and offers from the lowest, equal ones
 * in the order of the participants, and matches them, for the smaller quantity each, while the bid
 * is at least the offer. With {@code pricing: uniform} all trade at one price, in the middle
 * between the last bid and the last offer that were matched: the k-double auction with k = 1/2
 * (Rustichini, Satterthwaite and Williams, <em>Convergence to efficiency in a simple market with
 * incomplete information</em>, Econometrica 62, 1994). With {@code pricing: midpoint} each pair
 * trades in the middle between its bid and offer (Nicolaisen, Petrov and Tesfatsion, <em>Market
 * power and efficiency in a computational electricity market with discriminatory double-auction
 * pricing</em>, IEEE Transactions on Evolutionary Computation 5, 2001).
 *
 * <p>So by either rule no buyer pays more than it bid and no seller gets less than it offered, what
 * buyers pay is what sellers and the auctioneer get, energy sold is energy bought, and nobody
 * trades more than it offered or bid for. With {@code checkNetwork} each trade is examined by a
 * three-phase solve before it binds, and left out where a limit would be violated if its power came
 * on top of what flowed in the last step: of surplus that flowed already, a cautious answer.
 *
 * <p>A trade is a contract for the step: it binds both from the moment that the auctioneer
 * registers it, whether or not they hear of it. What a microgrid exchanges beside its contracts is
 * settled by its grid connection at the tariff, so that the losses in its own network are its own,
 * and those beyond its point of common coupling the operator's. Positions are told from what was
 * taken in the last step: where that changes, {@code margin} keeps some back.
 *
 * <p>The auctioneer confirms to each participant what it sold or bought and at what mean price, and
 * who sold more than its surplus asks for that power of its devices. Orders are said once; those
 * that are lost, or have not arrived two rounds before the last one, are not traded. Who never
 * hears of its confirmation is bound all the same, and buys at the tariff what it then does not
 * make.
 */
package powergrid.protocols.trading;
