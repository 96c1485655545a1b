package powergrid.console;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginKind;
import powergrid.api.plugin.PluginType;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.ScenarioException;

/** Makes the network that a user names: by its type, or by a file that one of the types reads. */
final class NetworkChoice {
  private static final String PATH = "path";

  private final BundleContext context;
  private final PluginCatalog catalog;
  private final ConfigurationBinder binder;
  private final Path directory;

  NetworkChoice(
      BundleContext context, PluginCatalog catalog, ConfigurationBinder binder, Path directory) {
    this.context = context;
    this.catalog = catalog;
    this.binder = binder;
    this.directory = directory;
  }

  /**
   * Makes a network.
   *
   * @param named a type or a file
   * @param settings fields by name
   * @return the network
   * @throws WrongInput if nothing is called so
   * @throws ScenarioException if the settings have mistakes
   */
  Network create(String named, Map<String, String> settings) {
    boolean isType =
        catalog.plugins().stream()
            .anyMatch(p -> p.kind() == PluginKind.NETWORK && p.type().equals(named));
    if (!isType && looksLikeFile(named)) {
      return read(named, settings);
    }
    return make(usable(named), settings);
  }

  private boolean looksLikeFile(String named) {
    try {
      return named.indexOf('/') >= 0
          || named.indexOf('\\') >= 0
          || named.indexOf('.') > 0
          || Files.exists(directory.resolve(named));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Network read(String named, Map<String, String> settings) {
    Path file = directory.resolve(named);
    if (Files.isDirectory(file)) {
      throw new WrongInput(named + " is a directory; name a file in it");
    }
    if (!Files.isReadable(file)) {
      throw new WrongInput(
          named + (Files.exists(file) ? " cannot be read" : ": there is no such file"));
    }
    if (settings.containsKey(PATH)) {
      throw new WrongInput("--set path beside a file: name the file once");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    Map<String, String> readers = readers();
    Optional<String> type =
        readers.keySet().stream().filter(name::endsWith).map(readers::get).findFirst();
    if (type.isEmpty()) {
      throw new WrongInput(
          named
              + ": no network type reads such a file; files that can be read end in "
              + String.join(", ", readers.keySet()));
    }
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put(PATH, file.toString());
    try {
      return make(usable(type.get()), all);
    } catch (ConfigurationException e) {
      // the file is what the user named, not a field
      throw e.path().equals(PATH) ? new ConfigurationException("", e.getMessage()) : e;
    }
  }

  /** Types that read files, by the endings of their names. */
  private Map<String, String> readers() {
    Map<String, String> readers = new TreeMap<>();
    try (BestServices<?> factories = new BestServices<>(context, NetworkFactory.class, null)) {
      for (int i = 0; i < factories.services().size(); i++) {
        String type = factories.property(i, PluginType.PROPERTY);
        for (String ending : ((NetworkFactory<?>) factories.services().get(i)).fileEndings()) {
          readers.putIfAbsent(ending, type);
        }
      }
    }
    return readers;
  }

  private InstalledPlugin usable(String type) {
    List<InstalledPlugin> plugins = InstalledTypes.find(catalog, PluginKind.NETWORK, type);
    return plugins.stream()
        .filter(InstalledPlugin::usable)
        .findFirst()
        .orElseThrow(
            () ->
                new WrongInput(
                    "network '" + type + "' cannot be used: " + plugins.get(0).problem()));
  }

  private Network make(InstalledPlugin plugin, Map<String, String> settings) {
    String filter = "(" + PluginType.PROPERTY + "=" + plugin.type() + ")";
    try (BestServices<?> factories = new BestServices<>(context, NetworkFactory.class, filter)) {
      if (factories.services().isEmpty()) {
        throw new Failure("network '" + plugin.type() + "' has just been removed");
      }
      return create((NetworkFactory<?>) factories.services().get(0), settings);
    }
  }

  private <C extends Record> Network create(
      NetworkFactory<C> factory, Map<String, String> settings) {
    List<Mistake> mistakes = new ArrayList<>();
    Optional<C> configuration =
        binder.bind(FieldValue.mapping(settings), factory.configType(), mistakes);
    if (!mistakes.isEmpty()) {
      throw new ScenarioException(mistakes);
    }
    return factory.create(configuration.orElseThrow());
  }
}
