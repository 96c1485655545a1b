/** Photovoltaic plants. */
package powergrid.devices.solar;
