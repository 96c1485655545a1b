/** Statistics of a handful of runs: estimates, their intervals, tests, and times to an event. */
package powergrid.experiment.statistics;
