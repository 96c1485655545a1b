/** Accounts of what happens in environments while somebody learns. */
package powergrid.learning.experience;
