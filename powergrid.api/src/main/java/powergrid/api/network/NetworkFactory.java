package powergrid.api.network;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.plugin.PluginFactory;

/**
 * Makes networks.
 *
 * @param <C> the configuration
 */
@ConsumerType
public interface NetworkFactory<C extends Record> extends PluginFactory<C> {
  /**
   * Makes a network.
   *
   * @param configuration bound and checked
   * @return a network
   */
  Network create(C configuration);

  /**
   * The files that it reads: a factory that reads files has a {@link java.nio.file.Path} named
   * {@code path} in its configuration, and {@code powergrid solve} finds it by the file's name.
   *
   * @return endings of file names in lower case with their dot, e.g. {@code .dss}; empty for none
   */
  default List<String> fileEndings() {
    return List.of();
  }
}
