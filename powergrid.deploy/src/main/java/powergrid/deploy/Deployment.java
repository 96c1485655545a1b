package powergrid.deploy;

import java.time.Instant;
import java.util.List;
import org.osgi.framework.Bundle;
import powergrid.api.plugin.PluginFolder;

/** A file in the folder and what became of it; guarded by the {@link WatchedFolder}. */
final class Deployment {
  final String file;

  /** What the file looked like when {@link #settled} or {@link #problem} was decided. */
  Stamp stamp;

  /** When it first looked so. */
  Instant since;

  /** Whether the file, as it looks, has been dealt with. */
  boolean settled;

  /** What is installed, also while a replacement is not yet whole; null for nothing. */
  Bundle bundle;

  /** The SHA-256 of the jar that {@link #bundle} came from. */
  String digest = "";

  /** What the bundle imports. */
  List<Clause> imports = List.of();

  /** Why it does not run; empty where it does. */
  String problem = "";

  /** The problem that was reported last, so that each is reported once. */
  private String reported = "";

  Deployment(String file) {
    this.file = file;
  }

  /** Takes note of how the file looks; one that changed is to be dealt with again. */
  void seen(Stamp now, Instant at) {
    if (!now.equals(stamp)) {
      stamp = now;
      since = at;
      settled = false;
    }
  }

  /** The line to report, once; empty where there is nothing new. */
  String news() {
    if (!settled || problem.equals(reported)) {
      return "";
    }
    reported = problem;
    return problem.isEmpty() ? "" : file + ": " + problem;
  }

  PluginFolder.Entry entry() {
    return new PluginFolder.Entry(
        file,
        bundle == null ? "" : bundle.getSymbolicName(),
        bundle == null ? "" : bundle.getVersion().toString(),
        problem);
  }
}
