package powergrid.engine.assembly;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import powergrid.api.dataset.Column;
import powergrid.api.dataset.Dataset;
import powergrid.api.dataset.DatasetFactory;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Series;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.ForecastSetting;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.SeriesSetting;
import powergrid.api.scenario.Setting;
import powergrid.engine.world.Exogenous;
import powergrid.engine.world.Forecast;

/**
 * Finds the series that a scenario declares and that devices ask for. One that nobody declared
 * comes from the built-in synthetic dataset, so that every device runs without data files.
 */
final class DataSources {
  private static final String BUILT_IN = "synthetic";
  private static final String LOAD = "load";

  private final Scenario scenario;
  private final Workshop workshop;
  private final Exogenous exogenous;
  private final Map<String, Series> byName = new HashMap<>();
  private final List<Made> made = new ArrayList<>();

  private record Made(String type, String configuration, Dataset dataset) {}

  DataSources(Scenario scenario, Workshop workshop, Exogenous exogenous) {
    this.scenario = scenario;
    this.workshop = workshop;
    this.exogenous = exogenous;
  }

  /** Adds all that the scenario declares. */
  void declared() {
    for (SeriesSetting setting : scenario.data()) {
      dataset(setting.dataset()).ifPresent(dataset -> add(setting, dataset));
    }
  }

  /** Adds the loads' scale where the built-in dataset has it and the scenario does not say. */
  void loads() {
    if (!byName.containsKey(LOAD) && !declares(LOAD)) {
      builtIn(LOAD);
    }
  }

  /** A series for a device. */
  Series series(String name) {
    Series series = byName.get(name);
    if (series == null && !declares(name)) {
      series = builtIn(name).orElse(null);
    }
    if (series == null) {
      throw new ConfigurationException(
          "",
          declares(name)
              ? "it needs the series '" + name + "', which has a mistake of its own"
              : "it needs a series '" + name + "'; say under data where it comes from");
    }
    return series;
  }

  private boolean declares(String name) {
    return scenario.data().stream().anyMatch(s -> s.name().equals(name));
  }

  private Optional<Series> builtIn(String name) {
    Place place = new Place(scenario.root().place().file(), 0, 0, "data." + name);
    PluginSetting setting =
        new PluginSetting(BUILT_IN, place, new Setting.Mapping(place, Map.of()));
    return dataset(setting)
        .filter(d -> column(d, name) >= 0)
        .map(
            d ->
                add(
                    new SeriesSetting(
                        name, place, setting, name, Optional.empty(), 1, Optional.empty()),
                    d));
  }

  private Series add(SeriesSetting setting, Dataset dataset) {
    int column = column(dataset, setting.column());
    if (column < 0) {
      workshop.mistake(
          setting.place(),
          String.format(
              Locale.ROOT,
              "dataset '%s' has no column '%s'; it has %s",
              setting.dataset().type(),
              setting.column(),
              Names.listed(dataset.columns().stream().map(Column::name).toList())));
      return null;
    }
    Known known = setting.known().orElse(dataset.columns().get(column).known());
    Series series =
        exogenous.add(
            setting.name(), setting.dataset().type(), dataset, column, known, setting.scale());
    byName.put(setting.name(), series);
    setting.forecast().ifPresent(f -> forecast(setting.name(), f, known));
    return series;
  }

  private void forecast(String name, ForecastSetting setting, Known known) {
    if (known == Known.AHEAD && setting.error() > 0) {
      workshop.mistake(
          Written.place(scenario, "data", name, "forecast", "error"),
          String.format(
              Locale.ROOT,
              "the error is %s, but '%s' is known ahead; use error: 0, or known: now or known: after",
              setting.error(),
              name));
    }
    exogenous.forecast(
        name,
        new Forecast(intervals(setting.horizon()), intervals(setting.step()), setting.error()));
  }

  private int intervals(Duration of) {
    return Math.toIntExact(of.dividedBy(scenario.clock().step()));
  }

  private static int column(Dataset dataset, String name) {
    for (int i = 0; i < dataset.columns().size(); i++) {
      if (dataset.columns().get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Series of the same dataset, configured alike, are drawn together. */
  private Optional<Dataset> dataset(PluginSetting setting) {
    return workshop.make(
        PluginKind.DATASET,
        setting,
        (factory, configuration, provider) -> {
          String text = CanonicalText.of(setting.configuration());
          for (Made m : made) {
            if (m.type().equals(setting.type()) && m.configuration().equals(text)) {
              return m.dataset();
            }
          }
          Dataset dataset = create((DatasetFactory<?>) factory, configuration);
          made.add(new Made(setting.type(), text, dataset));
          return dataset;
        });
  }

  @SuppressWarnings("unchecked")
  private static <C extends Record> Dataset create(
      DatasetFactory<C> factory, Record configuration) {
    return factory.create((C) configuration);
  }
}
