/**
 * What tests of learners take instead of an engine: games with known solutions, copies of them as
 * the environments that the api speaks of, and a context for learners. Needs no test framework.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.testkit.learning;
