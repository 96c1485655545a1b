/** Three-phase power flow of radial networks by sweeps. */
package powergrid.powerflow.sweep;
