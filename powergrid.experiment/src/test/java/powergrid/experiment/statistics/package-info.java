/** Tests of statistics against other programs, published tables and closed forms. */
package powergrid.experiment.statistics;
