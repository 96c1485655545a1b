/** Paths into settings. */
package powergrid.scenario.path;
