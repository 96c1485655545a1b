/**
 * Reads cases of MATPOWER, format 2: assignments of numbers to fields of {@code mpc} become a
 * balanced network. What is read, ignored and refused is explained in docs/networks.md.
 */
package powergrid.networks.matpower;
