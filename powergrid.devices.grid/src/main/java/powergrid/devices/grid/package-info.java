/** The connection to the upstream grid. */
package powergrid.devices.grid;
