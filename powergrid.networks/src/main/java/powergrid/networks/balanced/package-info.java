/**
 * Makes three-phase networks of balanced data: one impedance and one power where the three phases
 * are alike. Used by the built-in cases and by the importers of files that hold such data.
 */
package powergrid.networks.balanced;
