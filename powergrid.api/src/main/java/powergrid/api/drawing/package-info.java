/** Pictures of networks. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.drawing;
