/** The step loop as callers, learners and gateways see it (PettingZoo's parallel semantics). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.environment;
