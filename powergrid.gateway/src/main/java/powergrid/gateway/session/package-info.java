/** What a client asks for once it is let in: an environment, its steps, its pictures. */
package powergrid.gateway.session;
