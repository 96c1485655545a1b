package powergrid.experiment;

import java.util.Dictionary;
import java.util.Objects;
import org.osgi.framework.Bundle;

/**
 * Which build of the workbench this is.
 *
 * @param version of its bundles
 * @param commit in git that it was built from; empty where the build did not say
 * @param command line that started it; empty where the launcher did not say
 */
record Workbench(String version, String commit, String command) {
  /** The manifest header that a build puts its commit into. */
  static final String COMMIT_HEADER = "Git-SHA";

  /** The framework property by which a launcher hands on its command line. */
  static final String COMMAND_PROPERTY = "powergrid.command";

  static Workbench of(Bundle bundle) {
    Dictionary<String, String> headers = bundle.getHeaders("");
    return new Workbench(
        bundle.getVersion().toString(),
        Objects.requireNonNullElse(headers.get(COMMIT_HEADER), ""),
        Objects.requireNonNullElse(bundle.getBundleContext().getProperty(COMMAND_PROPERTY), ""));
  }
}
