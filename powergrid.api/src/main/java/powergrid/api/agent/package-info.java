/** Agents as others and as themselves see them, and the words they share with devices. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.agent;
