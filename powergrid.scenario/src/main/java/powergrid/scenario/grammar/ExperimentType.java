package powergrid.scenario.grammar;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import powergrid.api.scenario.ExperimentSetting;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.ReferenceSetting;
import powergrid.api.scenario.ThresholdSetting;
import powergrid.api.scenario.Variation;
import powergrid.scenario.path.SettingPath;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ListType;
import powergrid.scenario.value.WholeType;

/** {@code experiment}. */
final class ExperimentType extends StructureType<ExperimentSetting> {
  private static final List<String> METRICS =
      List.of(
          "cost",
          "import-energy",
          "export-energy",
          "voltage-violations",
          "losses",
          "curtailment",
          "messages");

  ExperimentType() {
    super("fields such as {seeds: [1, 2, 3]}");
  }

  /** The experiment of a scenario that says nothing about it. */
  static ExperimentSetting defaultAt(Place place) {
    return new ExperimentSetting(
        List.of(),
        List.of(1L),
        1,
        Optional.empty(),
        metrics(SettingPath.part(place, "metrics")),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  Optional<ExperimentSetting> read(Section section) {
    Optional<List<Variation>> vary = section.optional("vary", new VariationsType());
    Optional<List<Long>> seeds = section.optional("seeds", new SeedsType());
    Optional<Integer> episodes = section.optional("evaluate", new EvaluationType());
    Optional<List<PluginSetting>> baselines =
        section.optional("baselines", ListType.of(new PluginSettingType()));
    Optional<List<PluginSetting>> metrics =
        section.optional("metrics", ListType.nonEmpty(new PluginSettingType()));
    Optional<String> reference = section.optional("reference", Texts.VARIANT);
    Optional<OptionalDouble> threshold = section.optional("threshold", new ThresholdType());
    section.close();
    return section.good()
        ? Optional.of(
            new ExperimentSetting(
                vary.orElse(List.of()),
                seeds.orElse(List.of(1L)),
                episodes.orElse(1),
                baselines,
                metrics.orElseGet(() -> metrics(section.place("metrics"))),
                reference.map(name -> new ReferenceSetting(name, section.place("reference"))),
                threshold.map(value -> new ThresholdSetting(value, section.place("threshold")))))
        : Optional.empty();
  }

  private static List<PluginSetting> metrics(Place place) {
    return METRICS.stream().map(type -> PluginSettingType.defaultOf(type, place)).toList();
  }

  /** {@code evaluate}. */
  private static final class EvaluationType extends StructureType<Integer> {
    EvaluationType() {
      super("fields such as {episodes: 10}");
    }

    @Override
    Optional<Integer> read(Section section) {
      Optional<Integer> episodes =
          section.optional("episodes", WholeType.ofInt(), Bounds.atLeast(1));
      section.close();
      return section.good() ? Optional.of(episodes.orElse(1)) : Optional.empty();
    }
  }
}
