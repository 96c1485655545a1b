package powergrid.scenario.grammar;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import powergrid.api.agent.Level;
import powergrid.api.scenario.ActionScale;
import powergrid.api.scenario.ChannelSetting;
import powergrid.api.scenario.Clock;
import powergrid.api.scenario.EventSetting;
import powergrid.api.scenario.ExperimentSetting;
import powergrid.api.scenario.LearnSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.NetworkSetting;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.RewardSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.SeriesSetting;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.SplitSetting;
import powergrid.api.scenario.SystemSetting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ChoiceType;
import powergrid.scenario.value.ListType;
import powergrid.scenario.value.NumberType;

/** A scenario as a whole. Its variants are not looked at: see {@link Variants}. */
public final class ScenarioType {
  private static final String EXPECTED = "fields such as {name: …, clock: …, microgrids: …}";
  private static final Bounds LOST_LOAD = new Bounds("USD/MWh", 0, Double.POSITIVE_INFINITY);
  private static final double DEFAULT_LOST_LOAD = 10_000;

  /**
   * In place of a policy or a learner: as if nothing were written, for experiments that vary it.
   */
  private static final String NONE = "none";

  private ScenarioType() {}

  /**
   * Reads a scenario.
   *
   * @param root all of it
   * @param mistakes gets all that is wrong with its form
   * @return empty where there was a mistake
   */
  public static Optional<Scenario> read(Setting root, List<Mistake> mistakes) {
    return Section.open(root, EXPECTED, mistakes)
        .flatMap(section -> read(section, (Setting.Mapping) root));
  }

  private static Optional<Scenario> read(Section section, Setting.Mapping root) {
    PluginSettingType plugin = new PluginSettingType();
    Optional<String> name =
        section.required("name", Texts.NAME, "a name for the scenario, e.g. one-microgrid");
    Optional<Clock> clock =
        section.required(
            "clock", new ClockType(), "{start: \"2023-07-01T00:00\", step: 15min, steps: 96}");
    Optional<NetworkSetting> network =
        allAreIslands(root)
            ? section.optional("network", new NetworkType())
            : section.required("network", new NetworkType(), "the network's type, e.g. ieee13");
    Optional<SystemSetting> system = section.optional("system", new SystemType());
    Optional<Set<Level>> deciders = section.optional("deciders", new DecidersType());
    Optional<List<MicrogridSetting>> microgrids =
        section.required("microgrids", UniqueIds.of(new MicrogridType()), "at least one microgrid");
    Optional<List<PluginSetting>> protocols = section.optional("protocol", new ProtocolsType());
    Optional<ChannelSetting> channel = section.optional("channel", new ChannelType());
    Optional<String> powerFlow = section.optional("powerFlow", Texts.TYPE);
    Optional<List<EventSetting>> events = section.optional("events", ListType.of(new EventType()));
    Optional<List<SeriesSetting>> data = section.optional("data", new DataType(clock));
    Optional<SplitSetting> split = section.within("data", DataType.SPLIT, new SplitType());
    Optional<ActionScale> actions =
        section.optional("actions", new ChoiceType<>(ActionScale.class));
    Optional<List<RewardSetting>> rewards = section.optional("reward", new RewardsType());
    Optional<Double> lostLoad = section.optional("valueOfLostLoad", new NumberType(), LOST_LOAD);
    Optional<PluginSetting> policy = section.optional("policy", plugin);
    Optional<LearnSetting> learn = section.optional("learn", new LearnType());
    Optional<ExperimentSetting> experiment = section.optional("experiment", new ExperimentType());
    section.close();
    system.ifPresent(s -> microgrids.ifPresent(grids -> checkId(section, s, grids)));
    if (system.isEmpty() && deciders.orElse(Set.of()).contains(Level.SYSTEM)) {
      section.mistake(
          "deciders",
          "names the system, but there is no agent above the microgrids; write system: beside it");
    }
    if (!section.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new Scenario(
            name.get(),
            root,
            clock.get(),
            network,
            system,
            microgrids.get(),
            deciders.orElse(Set.of()),
            protocols.orElse(List.of()),
            channel.orElseGet(() -> ChannelSetting.ideal(section.place("channel"))),
            powerFlow,
            events.orElse(List.of()),
            data.orElse(List.of()),
            actions.orElse(ActionScale.PHYSICAL),
            rewards.orElseGet(() -> RewardsType.defaultAt(section.place("reward"))),
            lostLoad.orElse(DEFAULT_LOST_LOAD),
            policy.filter(p -> !p.type().equals(NONE)),
            learn.filter(l -> !l.learner().type().equals(NONE)),
            split,
            experiment.orElseGet(() -> ExperimentType.defaultAt(section.place("experiment")))));
  }

  private static void checkId(
      Section section, SystemSetting system, List<MicrogridSetting> microgrids) {
    if (microgrids.stream().anyMatch(grid -> grid.id().equals(system.id()))) {
      section.mistake("system", "has the id of a microgrid, " + system.id() + "; give it another");
    }
  }

  /** Whether no microgrid needs the scenario's network: each has its own and is not attached. */
  private static boolean allAreIslands(Setting.Mapping root) {
    return root.fields().get("microgrids") instanceof Setting.Sequence microgrids
        && !microgrids.items().isEmpty()
        && microgrids.items().stream()
            .allMatch(
                item ->
                    item instanceof Setting.Mapping mapping
                        && mapping.fields().containsKey("network")
                        && !mapping.fields().containsKey("attach"));
  }
}
