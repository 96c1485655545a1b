/**
 * What every device and every protocol must keep to, as tests that a plug-in's author extends in a
 * few lines. Needs JUnit 5, which the rest of the testkit does without.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.testkit.contract;
