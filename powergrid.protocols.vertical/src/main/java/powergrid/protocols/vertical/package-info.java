/**
 * How a parent coordinates its children, three ways: {@code none}, {@code setpoint} and {@code
 * price-signal}.
 *
 * <p>A child can be dispatched if its own action space says so (see {@link
 * powergrid.api.device.DeviceContext#actions()}): it has an axis in MW called {@code p}, {@code
 * pLimit} or {@code consumption}, whose bounds are what may be asked of it. A microgrid below a
 * system can be if its own protocol turns a power into what its devices do. Children without one,
 * such as a meter, are left alone and cost no message.
 *
 * <p><b>{@code setpoint}.</b> A power p for every child. Where a power P is asked of the parent, as
 * by its peers or by the system above it, set points are moved towards it by the same share of what
 * each child can still do:
 *
 * <pre>
 * p ← p + s (max − p),   s = min(1, (P − Σ p) / Σ (max − p))   if P &gt; Σ p,
 * p ← p + s (min − p),   s = min(1, (P − Σ p) / Σ (min − p))   else
 * </pre>
 *
 * <p>With {@code binding: true} a set point p bounds what a child does that decides for itself:
 *
 * <pre>min(0, p) ≤ own ≤ max(0, p)</pre>
 *
 * <p><b>{@code price-signal}.</b> A price π for all, which each child i answers by its best
 * response, the p within its range at which its marginal cost meets the price (Schweppe et al.,
 * <em>Spot Pricing of Electricity</em>, 1988):
 *
 * <pre>
 * p(π) = (π − sell) / 2 curve   above 0,
 *        (π − buy)  / 2 curve   below 0,   else 0
 * </pre>
 *
 * <p>With {@code bids: true} children report these functions, and a power P that is asked of the
 * parent is met by the price of equal incremental cost (Wood and Wollenberg, <em>Power Generation,
 * Operation, and Control</em>, chapter 3), the lowest π of {@code minPrice} to {@code maxPrice} for
 * which
 *
 * <pre>Σ p(π) ≥ P</pre>
 *
 * found by bisection to ε = 10⁻⁹ USD/MWh. At a price that is just its marginal cost, a child of
 * constant cost (curve 0) may answer with anything between nothing and all, so that the answers
 * would jump past P. A share s, sent with the price and the same for all, makes the sum exact:
 *
 * <pre>
 * p = (1 − s) p(π − ε) + s p(π + ε),   s = (P − Σ p(π − ε)) / (Σ p(π + ε) − Σ p(π − ε))
 * </pre>
 *
 * <p>A power beyond all bids, or beyond what they come to within the bounds of prices, is met as
 * nearly as they can, at the price's bound; the rest is not realised. A price that is asked of the
 * parent is passed on as it is, with or without bids; of a power and a price the power counts. A
 * microgrid below a system passes a price on to its devices where its own protocol does that; where
 * it can do both and a power is cleared, it is asked for its answer in MW, which keeps the sum
 * exact.
 *
 * <p>A child that can inject, from p ≥ 0 on, is in merit in a step whose price is above {@code
 * sell} + 2 {@code curve} p; with bids it reports its hours in merit in the episode.
 */
package powergrid.protocols.vertical;
