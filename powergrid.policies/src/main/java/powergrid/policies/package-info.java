/**
 * Hand-written policies for agents that do not learn: {@code hold}, {@code random}, {@code rule}.
 */
package powergrid.policies;
