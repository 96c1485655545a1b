package powergrid.api.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What is installed, now. An OSGi service; thread-safe. */
@ProviderType
public interface PluginCatalog {
  /**
   * All plug-ins, also those that cannot be used, by kind and type.
   *
   * @return a snapshot
   */
  List<InstalledPlugin> plugins();

  /**
   * The fields of a plug-in's configuration.
   *
   * @param plugin one of {@link #plugins()}
   * @return in the order of the record; empty where there are none
   * @throws ConfigurationException if the plug-in is gone or its factory fails, with the reason
   */
  List<FieldDescription> fields(InstalledPlugin plugin);

  /**
   * A number that grows whenever a plug-in comes, goes or changes.
   *
   * @return a generation
   */
  long generation();
}
