package powergrid.api.plugin;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The folder into which plug-in jars are dropped. An OSGi service; thread-safe. */
@ProviderType
public interface PluginFolder {
  /**
   * Where it is.
   *
   * @return an absolute path
   */
  Path path();

  /**
   * Every file that is there and what became of it.
   *
   * @return a snapshot, by file name
   */
  List<Entry> entries();

  /**
   * A file in the folder.
   *
   * @param file its name
   * @param bundle the symbolic name of the bundle in it; empty where it is none
   * @param version the bundle's version; empty where it is none
   * @param problem why it cannot be used and what would help; empty where it is running
   */
  record Entry(String file, String bundle, String version, String problem) {}
}
