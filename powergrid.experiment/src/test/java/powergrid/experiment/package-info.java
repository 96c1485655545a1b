/** Tests of experiments, in environments that count instead of simulating. */
package powergrid.experiment;
