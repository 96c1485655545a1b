/**
 * What tests of plug-ins take instead of an engine: a device, step by step; all who take part in a
 * protocol, round by round; an agent's view of itself, for protocols and policies; a step's
 * outcome, for rewards and metrics. Needs no test framework: what is not as expected is an {@link
 * java.lang.AssertionError}. What every device and protocol must keep to, as tests, is in {@code
 * powergrid.testkit.contract}, which needs JUnit.
 *
 * <p>Plug-in tests never implement the api's provider types themselves: they would break with every
 * method that one of them grows.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.testkit;
