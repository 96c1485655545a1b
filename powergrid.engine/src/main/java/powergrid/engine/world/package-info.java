/**
 * An assembled environment at run: agents, messages, networks and the step. Plain objects, one
 * thread.
 */
package powergrid.engine.world;
