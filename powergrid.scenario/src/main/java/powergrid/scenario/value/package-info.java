/** Kinds of single values: how each is written, checked and described to a user. */
package powergrid.scenario.value;
