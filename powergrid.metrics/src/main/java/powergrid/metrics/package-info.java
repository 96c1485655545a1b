/** What an experiment reports. */
package powergrid.metrics;
