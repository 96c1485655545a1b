/** Environments as the api has them: life cycle, episodes, snapshots, plug-ins that go. */
package powergrid.engine.environment;
