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
   * Describes a plug-in from its code: its model, its configuration and, of a device, what it
   * declares.
   *
   * @param plugin one of {@link #plugins()}
   * @return words only
   * @throws ConfigurationException if the plug-in is gone or its factory fails, with the reason
   */
  PluginDescription describe(InstalledPlugin plugin);

  /**
   * A number that grows whenever a plug-in comes, goes or changes.
   *
   * @return a generation
   */
  long generation();
}
