/** Plug-in catalogue, assembly, agent tree, message bus, coordination and the step loop. */
package powergrid.engine;
