/** What an action or an observation is made of: named scalars in one flat array. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.space;
