/** Tests of who is let in, and for how long. */
package powergrid.gateway.server;
