package powergrid.api.plugin;

/**
 * A plug-in as the catalogue knows it, in words only: what is kept of it never keeps its bundle.
 *
 * @param kind what it is
 * @param type its name in scenarios
 * @param help one line
 * @param bundle the symbolic name of its bundle
 * @param version the bundle's version
 * @param location where the bundle came from
 * @param digest SHA-256 of the bundle's jar in hexadecimal; empty where its bytes cannot be read
 * @param problem why it cannot be used and what would help; empty where it can
 */
public record InstalledPlugin(
    PluginKind kind,
    String type,
    String help,
    String bundle,
    String version,
    String location,
    String digest,
    String problem) {
  /**
   * Whether a scenario can use it.
   *
   * @return false where there is a problem
   */
  public boolean usable() {
    return problem.isEmpty();
  }
}
