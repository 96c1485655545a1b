/** Hand-written policies for agents that do not learn. */
package powergrid.policies;
