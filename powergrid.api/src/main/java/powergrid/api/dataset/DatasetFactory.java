package powergrid.api.dataset;

import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.plugin.PluginFactory;

/**
 * Makes datasets.
 *
 * @param <C> the configuration
 */
@ConsumerType
public interface DatasetFactory<C extends Record> extends PluginFactory<C> {
  /**
   * Makes a dataset.
   *
   * @param configuration bound and checked
   * @return a dataset
   */
  Dataset create(C configuration);
}
