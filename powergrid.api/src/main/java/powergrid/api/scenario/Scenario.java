package powergrid.api.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import powergrid.api.agent.Level;

/**
 * A scenario: checked for its form, not yet against the plug-ins that are installed. Immutable.
 *
 * @param name of the scenario
 * @param root all of it as written, overrides applied
 * @param clock its time
 * @param network the network that microgrids without one of their own are on; empty where all have
 * @param system the agent above all microgrids, if there is one
 * @param microgrids at least one
 * @param deciders the levels that decide; empty for the highest that has anything to decide
 * @param protocols how the microgrids' agents coordinate among each other, one after the other;
 *     empty for not at all
 * @param channel what their messages travel through
 * @param powerFlow type of the power flow; empty for the first that can solve each network
 * @param events branches that are switched during an episode
 * @param data its series
 * @param actions what the numbers of a caller's actions are
 * @param rewards what agents are rewarded for: the sum of these
 * @param valueOfLostLoad what energy not served costs, USD/MWh
 * @param policy what drives deciders that name none of their own; empty for a caller
 * @param learn how those learn whom a caller drives; empty for not at all
 * @param split which days are learnt from and which reported on; empty for no difference
 * @param experiment what {@code run} does with it
 */
public record Scenario(
    String name,
    Setting.Mapping root,
    Clock clock,
    Optional<NetworkSetting> network,
    Optional<SystemSetting> system,
    List<MicrogridSetting> microgrids,
    Set<Level> deciders,
    List<PluginSetting> protocols,
    ChannelSetting channel,
    Optional<String> powerFlow,
    List<EventSetting> events,
    List<SeriesSetting> data,
    ActionScale actions,
    List<RewardSetting> rewards,
    double valueOfLostLoad,
    Optional<PluginSetting> policy,
    Optional<LearnSetting> learn,
    Optional<SplitSetting> split,
    ExperimentSetting experiment) {
  /** Copies the lists. */
  public Scenario {
    microgrids = List.copyOf(microgrids);
    deciders = Set.copyOf(deciders);
    protocols = List.copyOf(protocols);
    data = List.copyOf(data);
    rewards = List.copyOf(rewards);
    events = List.copyOf(events);
  }
}
