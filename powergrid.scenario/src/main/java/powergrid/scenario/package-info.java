/** The services that read scenarios and bind configurations. */
package powergrid.scenario;
