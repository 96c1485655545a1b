/** JMH benchmarks of the step, the solver and the plug-ins. */
package powergrid.bench;
