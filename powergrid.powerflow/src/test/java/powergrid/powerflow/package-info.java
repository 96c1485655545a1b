/** Tests of all methods together. */
package powergrid.powerflow;
