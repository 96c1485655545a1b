package powergrid.it.plugin;

import powergrid.api.plugin.NoFields;
import powergrid.api.reward.Reward;
import powergrid.api.reward.RewardFactory;

/** The least plug-in there is; {@link ZeroRewardJar} packs it, so it is no component of ours. */
public final class ZeroRewardFactory implements RewardFactory<NoFields> {
  /** Called by Declarative Services. */
  public ZeroRewardFactory() {}

  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Reward create(NoFields configuration) {
    return (agent, step) -> 0;
  }
}
