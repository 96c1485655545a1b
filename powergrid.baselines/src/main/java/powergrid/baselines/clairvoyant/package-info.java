/**
 * The clairvoyant day: what an episode costs at the least, by a convex relaxation of all that the
 * environment does, and that relaxation's schedule replayed in it.
 *
 * <p>For a feeder with sections s (what attached microgrids are, and the rest, r), in every step:
 *
 * <pre>
 * minimise    Σ what devices book + Σ what meters bill that no agent gets − π̄ Σ stored energy
 * subject to  flow_s + Σ injected_s            ≥ load_s              of an attached section
 *             flow_r + Σ injected_r            ≥ load_r + Σ flow_s   of the rest
 *             bought_m − sold_m = flow_m + traded_m                  of every meter m; Σ traded_m = 0
 * </pre>
 *
 * <p>Why no covered episode costs less: {@code docs/baselines.md}.
 */
package powergrid.baselines.clairvoyant;
