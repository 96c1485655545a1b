/** Tests of reports as a reader gets them. */
package powergrid.experiment.report;
