/** Dispatchable generators. */
package powergrid.devices.generator;
