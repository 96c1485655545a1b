/** What agents are rewarded for. */
package powergrid.rewards;
