/** Who is let in, and where: sockets, tokens, a thread for each client. */
package powergrid.gateway.server;
