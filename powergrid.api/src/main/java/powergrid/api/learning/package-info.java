/** Learning how to act: learners, what they learn from and what they leave behind. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.learning;
