/** Planning: how devices describe themselves in a convex program of the steps ahead. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.planning;
