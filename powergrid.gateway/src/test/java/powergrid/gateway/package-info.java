/** Tests of the gateway over real sockets. */
package powergrid.gateway;
