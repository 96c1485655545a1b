/** Three-phase power flow and its controls. */
package powergrid.powerflow;
