/** Random streams that split by name and whose whole state can be saved. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.random;
