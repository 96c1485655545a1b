/** The gateway's service; see the packages within and {@code docs/gateway.md}. */
package powergrid.gateway;
