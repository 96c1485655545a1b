/** What a scenario's parts are called and look like. */
package powergrid.scenario.grammar;
