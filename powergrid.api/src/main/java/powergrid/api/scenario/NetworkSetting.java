package powergrid.api.scenario;

/**
 * A network and how it is used.
 *
 * @param plugin that makes it
 * @param loadScale factor on its loads
 * @param capacitorScale factor on its capacitors
 * @param controlled whether its regulators and switched capacitors move, where they have a control
 */
public record NetworkSetting(
    PluginSetting plugin, double loadScale, double capacitorScale, boolean controlled) {}
