/** YAML to a validated scenario. */
package powergrid.scenario;
