/** Published distribution feeders. */
package powergrid.networks;
