package powergrid.api.scenario;

/**
 * A term of what agents are rewarded with.
 *
 * @param plugin the reward
 * @param weight factor on it
 */
public record RewardSetting(PluginSetting plugin, double weight) {}
