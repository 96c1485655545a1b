package powergrid.scenario.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.api.dataset.Known;
import powergrid.api.scenario.Clock;
import powergrid.api.scenario.ForecastSetting;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.SeriesSetting;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ChoiceType;
import powergrid.scenario.value.NumberType;
import powergrid.scenario.value.ValueType;
import powergrid.scenario.value.Words;

/** {@code data}: series by name. */
final class DataType implements ValueType<List<SeriesSetting>> {
  /** What is no series but says which days are learnt from. */
  static final String SPLIT = "split";

  private final Optional<Clock> clock;

  /**
   * Series by a clock.
   *
   * @param clock empty where it has a mistake of its own
   */
  DataType(Optional<Clock> clock) {
    this.clock = clock;
  }

  @Override
  public Optional<List<SeriesSetting>> read(
      Setting setting, Bounds bounds, List<Mistake> mistakes) {
    if (!(setting instanceof Setting.Mapping mapping)) {
      String message = Words.wrongShape(setting, expected(bounds));
      mistakes.add(new Mistake(setting.place(), message));
      return Optional.empty();
    }
    List<SeriesSetting> series = new ArrayList<>();
    int before = mistakes.size();
    for (Map.Entry<String, Setting> field : mapping.fields().entrySet()) {
      if (!field.getKey().equals(SPLIT)) {
        new SeriesType(field.getKey(), clock)
            .read(field.getValue(), bounds, mistakes)
            .ifPresent(series::add);
      }
    }
    return mistakes.size() == before ? Optional.of(series) : Optional.empty();
  }

  @Override
  public String word() {
    return "fields";
  }

  @Override
  public String expected(Bounds bounds) {
    return "series such as {load: {dataset: synthetic}}";
  }

  /** One of them. */
  private static final class SeriesType extends StructureType<SeriesSetting> {
    private final String name;
    private final Optional<Clock> clock;

    SeriesType(String name, Optional<Clock> clock) {
      super("fields such as {dataset: synthetic}");
      this.name = name;
      this.clock = clock;
    }

    @Override
    Optional<SeriesSetting> read(Section section) {
      Optional<PluginSetting> dataset =
          section.required(
              "dataset", new PluginSettingType(), "where the series comes from, e.g. synthetic");
      Optional<String> column = section.optional("column", Texts.COLUMN);
      Optional<Known> known = section.optional("known", new ChoiceType<>(Known.class));
      Optional<Double> scale = section.optional("scale", new NumberType());
      Optional<ForecastSetting> forecast = section.optional("forecast", new ForecastType(clock));
      section.close();
      return section.good()
          ? Optional.of(
              new SeriesSetting(
                  name,
                  section.place(),
                  dataset.get(),
                  column.orElse(name),
                  known,
                  scale.orElse(1.0),
                  forecast))
          : Optional.empty();
    }
  }
}
