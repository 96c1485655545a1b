package powergrid.api.reward;

import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.plugin.PluginFactory;

/**
 * Makes rewards.
 *
 * @param <C> the configuration
 */
@ConsumerType
public interface RewardFactory<C extends Record> extends PluginFactory<C> {
  /**
   * Makes a reward.
   *
   * @param configuration bound and checked
   * @return a reward
   */
  Reward create(C configuration);
}
