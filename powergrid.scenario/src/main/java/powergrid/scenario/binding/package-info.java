/** Records as kinds of values: their components are the fields. */
package powergrid.scenario.binding;
