/** Balanced benchmark networks. */
package powergrid.networks.cases;
