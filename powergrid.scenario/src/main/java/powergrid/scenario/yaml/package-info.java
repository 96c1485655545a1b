/** YAML 1.2 text to settings that know where they stand, and back. */
package powergrid.scenario.yaml;
