/** A scenario as read from a file, with the place of every value for the sake of good errors. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.scenario;
