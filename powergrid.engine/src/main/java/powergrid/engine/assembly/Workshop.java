package powergrid.engine.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.PluginFactory;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.Setting;
import powergrid.engine.catalog.PluginRegistry;
import powergrid.engine.catalog.Provider;
import powergrid.engine.catalog.UnavailableException;

/**
 * Fetches factories, binds their configurations and has them make things. What goes wrong becomes a
 * mistake with the place of the setting: text at once, so that no exception of a plug-in is kept.
 */
final class Workshop implements AutoCloseable {
  /**
   * Has a factory make something.
   *
   * @param <T> what it makes
   */
  interface Maker<T> {
    T make(PluginFactory<?> factory, Record configuration, Provider provider);
  }

  private final PluginRegistry registry;
  private final ConfigurationBinder binder;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Set<Provider> used = new LinkedHashSet<>();

  Workshop(PluginRegistry registry, ConfigurationBinder binder) {
    this.registry = registry;
    this.binder = binder;
  }

  /** All of them, in the order of the file. */
  List<Mistake> mistakes() {
    mistakes.sort(
        Comparator.comparingInt((Mistake m) -> m.place().line())
            .thenComparingInt(m -> m.place().column()));
    return mistakes;
  }

  boolean sound() {
    return mistakes.isEmpty();
  }

  /** Refuses the scenario if there was any mistake. */
  void requireSound() {
    if (!sound()) {
      throw new ScenarioException(mistakes());
    }
  }

  Set<Provider> used() {
    return used;
  }

  void mistake(Place place, String message) {
    mistakes.add(new Mistake(place, message));
  }

  /** Makes what a setting names; empty where that is a mistake. */
  <T> Optional<T> make(PluginKind kind, PluginSetting setting, Maker<T> maker) {
    return with(
        kind,
        setting,
        (factory, provider) ->
            bind(factory, setting).map(c -> made(factory, c, provider, setting, maker)));
  }

  /** A setting's fields with the plug-in's defaults filled in. */
  Optional<Setting.Mapping> complete(PluginKind kind, PluginSetting setting) {
    return with(
        kind,
        setting,
        (factory, provider) ->
            Optional.of(binder.complete(setting.configuration(), factory.configType())));
  }

  /** Fetches a factory by its type, whatever is wrong with its configuration. */
  Object factory(PluginKind kind, String type) {
    return fetch(registry.find(kind, type));
  }

  /** Fetches something that is not named by a setting, to see whether it is of use. */
  Object look(Provider provider) {
    return fetch(provider);
  }

  /** Notes that something that was looked at is used. */
  void use(Provider provider) {
    used.add(provider);
  }

  private interface User<T> {
    Optional<T> use(PluginFactory<?> factory, Provider provider);
  }

  private <T> Optional<T> with(PluginKind kind, PluginSetting setting, User<T> user) {
    Provider provider;
    Object factory;
    try {
      provider = registry.find(kind, setting.type());
      factory = fetch(provider);
    } catch (UnavailableException e) {
      mistake(setting.place(), e.getMessage());
      return Optional.empty();
    }
    used.add(provider);
    return guarded(setting, provider.label(), () -> user.use((PluginFactory<?>) factory, provider));
  }

  /** Runs a plug-in's code, whose failures become mistakes at its setting. */
  <T> Optional<T> guarded(PluginSetting setting, String label, Supplier<Optional<T>> work) {
    try {
      return work.get();
    } catch (ConfigurationException e) {
      mistake(place(setting.configuration(), e.path()), e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      mistake(setting.place(), label + " failed: " + e);
    }
    return Optional.empty();
  }

  private Object fetch(Provider provider) {
    Object service;
    try {
      service = provider.origin().fetch();
    } catch (RuntimeException | LinkageError e) {
      throw new UnavailableException(provider.label() + " could not be activated: " + e);
    }
    if (service == null) {
      throw new UnavailableException(
          provider.label() + " could not be activated; the log says why");
    }
    fetched.add(provider);
    return service;
  }

  private Optional<? extends Record> bind(PluginFactory<?> factory, PluginSetting setting) {
    return binder.bind(setting.configuration(), factory.configType(), mistakes);
  }

  private static <T> T made(
      PluginFactory<?> factory,
      Record configuration,
      Provider provider,
      PluginSetting setting,
      Maker<T> maker) {
    T thing = maker.make(factory, configuration, provider);
    if (thing == null) {
      throw new IllegalStateException("it made nothing of '" + setting.type() + "'");
    }
    return thing;
  }

  /** The place of a field, as far as it was written. */
  static Place place(Setting.Mapping configuration, String path) {
    Setting at = configuration;
    for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
      if (!(at instanceof Setting.Mapping m) || !m.fields().containsKey(name)) {
        Place p = at.place();
        return new Place(
            p.file(), p.line(), p.column(), p.path().isEmpty() ? path : p.path() + "." + name);
      }
      at = m.fields().get(name);
    }
    return at.place();
  }

  private final List<Provider> fetched = new ArrayList<>();

  /** Gives every factory back. */
  @Override
  public void close() {
    fetched.forEach(p -> p.origin().giveBack());
    fetched.clear();
  }
}
