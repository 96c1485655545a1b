/** Equipment on the grid: what it can do, does, and costs. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.device;
