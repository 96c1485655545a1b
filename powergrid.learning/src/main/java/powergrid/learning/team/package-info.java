/** Who learns with whose network: agents, their layouts and the roles that they share. */
package powergrid.learning.team;
