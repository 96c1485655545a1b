/**
 * How a parent sets the curves by which its devices follow their voltage within the power flow:
 * {@code volt-var}, {@code volt-watt} and {@code droop}.
 *
 * <p>The parent decides on a few settings, not on powers, and tells them in every step to each
 * child whose inverter follows a curve of the kind (its field {@code reactive: volt-var}, or {@code
 * voltWatt: true}; see {@link powergrid.api.device.Inverter}). Children follow what the latest
 * message that reached them says, however old; one that has heard nothing, or nothing since {@code
 * staleAfter}, follows the curve that its inverter is configured with. What a device injects is
 * worked out in the power flow, where voltage and curve meet.
 *
 * <p>None of these protocols decides on active power. Children that decide for themselves do so
 * beside their curves; the others hold: a plant gives what it has, a battery rests. With {@code
 * fixed: true} the settings are those of the scenario, the parent has no action, and children
 * decide.
 *
 * <p>With v the voltage in pu, S the rating in MVA and q a reactive power as a share of S, positive
 * injected:
 *
 * <p><b>{@code volt-var}.</b> Four corners about the reference Vref, between which q is linear and
 * beyond which it stays; d is the half width of the dead band, m the slope, Q the greatest reactive
 * power:
 *
 * <pre>
 * V1 = V2 − Q/m     q =  Q
 * V2 = Vref − d     q =  0
 * V3 = Vref + d     q =  0
 * V4 = V3 + Q/m     q = −Q
 *
 *               Vref          d            Q      V2 − V1 = V4 − V3 = Q/m
 * category A    1             0            0.25   0.1
 * category B    1             0.02         0.44   0.06
 * allowed       0.95 to 1.05  A: 0         to 1   A: 0.02 to 0.18
 *                             B: 0 to 0.03        B: 0.02 to 0.15
 * </pre>
 *
 * <p>IEEE Std 1547-2018, table 8, which allows V1 from Vref − 0.18 to V2 − 0.02, and V4 likewise:
 * the width of a slope is bounded here so that this holds with every dead band. The curve is kept
 * symmetric, with one slope and one Q for both sides. A voltage that is asked of the parent becomes
 * Vref, as near as the range allows.
 *
 * <p><b>{@code volt-watt}.</b> The greatest active power injected, as a share of S: 1 up to V1,
 * linear to P2 at V2, P2 beyond.
 *
 * <pre>
 *            V1            V2                  P2
 * default    1.06          1.10                0.2
 * allowed    1.05 to 1.09  V1 + 0.01 to 1.10   0 to 1
 * </pre>
 *
 * <p>IEEE Std 1547-2018, table 10. A V2 nearer to V1 than that is put at V1 + 0.01. What a device
 * takes from the network is not limited. V1 is a limit and no voltage to hold, so this protocol
 * takes no voltage that is asked of the parent.
 *
 * <p><b>{@code droop}.</b> One slope each for reactive and for active power, without a dead band,
 * saturated at Q and at 0 (J. M. Guerrero et al., <em>Hierarchical control of droop-controlled AC
 * and DC microgrids</em>, IEEE Transactions on Industrial Electronics 58, 2011, for voltage and
 * reactive power; T. L. Vandoorn et al., <em>Active load control in islanded microgrids based on
 * the grid voltage</em>, IEEE Transactions on Smart Grid 2, 2011, for voltage and active power in
 * resistive networks):
 *
 * <pre>
 * q =  m (Vref − v),               |q| ≤ Q
 * p ≤ S (1 − n (v − Vp)),          between 0 and S
 * </pre>
 *
 * <p>Devices with both kinds of curve get both. Frequency: a solve is at nominal frequency, so that
 * there is none to answer. The slope of active power by frequency is one more setting of this
 * protocol, beside its two slopes, in an environment that has a frequency.
 *
 * <p>Where a curve is so steep that the iterated power would swing, the solver damps it; {@code
 * FeederView.settled} tells whether it came to rest.
 */
package powergrid.protocols.voltage;
