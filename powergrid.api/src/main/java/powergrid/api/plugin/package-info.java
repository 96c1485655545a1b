/** What makes a service a plug-in: its type, its configuration, its place in the catalogue. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.plugin;
