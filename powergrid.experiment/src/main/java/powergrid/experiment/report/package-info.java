/** A run as one page for people to look at. */
package powergrid.experiment.report;
