package powergrid.engine.catalog;

import java.util.Set;

/**
 * What an assembled environment holds of the plug-ins that it uses: a flag that is raised when one
 * of them goes. Raising it never waits; the environment looks at it first thing in a step.
 */
public final class Lease implements AutoCloseable {
  private final PluginRegistry registry;
  private final Set<Provider> used;
  private volatile Provider withdrawn;

  Lease(PluginRegistry registry, Set<Provider> used) {
    this.registry = registry;
    this.used = Set.copyOf(used);
  }

  /**
   * The first plug-in in use that went.
   *
   * @return null while all are there
   */
  public Provider withdrawn() {
    return withdrawn;
  }

  void gone(Provider provider) {
    if (withdrawn == null && used.contains(provider)) {
      withdrawn = provider;
    }
  }

  @Override
  public void close() {
    registry.end(this);
  }
}
