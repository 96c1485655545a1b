/** What controls a network around a solve, whatever the method: outer loops. */
package powergrid.powerflow.control;
