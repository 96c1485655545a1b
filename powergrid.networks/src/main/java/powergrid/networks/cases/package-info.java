/** Published balanced networks: CIGRE's low and medium voltage, and cases of the IEEE. */
package powergrid.networks.cases;
