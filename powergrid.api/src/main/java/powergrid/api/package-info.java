/**
 * The contracts: agents, messages, protocols, devices, networks, power flow, datasets,
 * environments.
 */
package powergrid.api;
