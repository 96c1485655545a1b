/** Batteries. */
package powergrid.devices.storage;
