/** Balanced power flow by Newton's method. */
package powergrid.powerflow.newton;
