/** What an agent is paid for. */
package powergrid.rewards;
