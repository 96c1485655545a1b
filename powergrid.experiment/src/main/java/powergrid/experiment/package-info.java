/** Repeats and compares runs; writes the run directory. */
package powergrid.experiment;
