/** Control frames as JSON. */
package powergrid.gateway.json;
