/** Starts Felix with the bundles of a distribution and hands the command line to the console. */
package powergrid.launcher;
