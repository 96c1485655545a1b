/**
 * Reads networks that pandapower 2 and 3 write with {@code to_json}: tables of elements become a
 * balanced network. What is converted, ignored and refused is explained in docs/networks.md.
 */
package powergrid.networks.pandapower;
