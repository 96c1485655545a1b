/**
 * Taps of voltage regulators.
 *
 * <p>The device takes over the taps of a regulator of the network, {@code element}; the network's
 * own control of it rests. A regulator with n taps each way, s per unit of voltage a tap, holds on
 * each phase the ratio (Kersting, Distribution System Modeling and Analysis, 3rd ed., 2012, ch. 7)
 *
 * <pre>v(to) / v(from) = 1 + s tap,   −n ≤ tap ≤ n</pre>
 *
 * <p>for the 32 steps of ± 10 % that are usual n = 16, s = 0.00625. Taps stay where they are until
 * they are moved.
 *
 * <p>With {@code control: step} each phase has an action {@code stepA}, {@code stepB}, {@code
 * stepC}: 0 lowers by a tap, 1, at rest, holds, 2 raises by a tap; it moves in every step for which
 * it is chosen or held. A mask closes lowering and raising at the ends. With {@code control:
 * position} the actions are {@code tapA}, {@code tapB}, {@code tapC}: the tap itself, counted from
 * 0 for −n, at rest where an episode begins; the whole way is made at once. With {@code ganged:
 * true} there is one action, {@code step} or {@code tap}, for all phases: a step moves all of them,
 * or none where one is at its end; a position is that of all.
 *
 * <p>State: {@code control.tapA} and so on, and {@code control.moves}, the taps that all phases
 * have moved since the episode began. Each costs {@code wearCost}; the default of 0.1 USD is 50 000
 * USD for new contacts over the 500 000 operations of the mechanical endurance test of IEC 60214-1.
 */
package powergrid.devices.tapchanger;
