/** Environments for other processes; see {@code docs/gateway.md}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.gateway;
