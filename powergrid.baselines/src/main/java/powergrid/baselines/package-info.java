/** Reference points of comparisons; see the packages within. */
package powergrid.baselines;
