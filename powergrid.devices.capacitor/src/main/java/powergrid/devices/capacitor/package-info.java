/**
 * Switched capacitors.
 *
 * <p>With {@code element} the device takes over the switch of a capacitor of the network, on or
 * off: the network's own control of it rests, and its reactive power stays the network's. With
 * {@code stepMvar} it is a bank of its own at its bus, of {@code steps} equal steps; with n of them
 * on it is a constant susceptance, which injects
 *
 * <pre>Q = n stepMvar v²</pre>
 *
 * <p>in MVAr, v in per unit being the mean of its phases' voltages within the solve (Kundur, Power
 * System Stability and Control, 1994, section 11.2; IEEE Std 18-2012, by which it must bear 1.35 of
 * its rating).
 *
 * <p>The action {@code on} is how many steps are on in the coming step, at rest what an episode
 * begins with: 0 or 1 for one step. Every step that is switched, on or off, costs {@code wearCost}
 * and counts in {@code control.operations}. The default of 1 USD is a switch of 10 000 USD over the
 * 10 000 operations of class M2 of IEC 62271-100.
 *
 * <p>After a switching nothing is switched for {@code lockout}; after one off nothing is switched
 * on for {@code dischargeTime}, in which the charge left comes down (IEEE Std 18-2012: to 50 V
 * within 5 minutes, within 1 minute up to 600 V). Hours are those of the steps settled since, the
 * one of the switching included: {@code control.hoursSinceSwitching} and {@code
 * control.hoursSinceOff}, which stop at 24 or at the time that matters. Masks close what is not
 * open in the next step; what is chosen all the same has no effect until it is.
 */
package powergrid.devices.capacitor;
