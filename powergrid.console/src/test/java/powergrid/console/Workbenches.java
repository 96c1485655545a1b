package powergrid.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentRunner;
import powergrid.api.experiment.ExperimentSize;
import powergrid.api.experiment.Progress;
import powergrid.api.experiment.RunOptions;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginDescription;
import powergrid.api.plugin.PluginFolder;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.ScenarioReader;
import powergrid.api.scenario.Setting;

/** Stand-ins for the services that commands use. */
final class Workbenches {
  private Workbenches() {}

  /** Reads every file as the same scenario and remembers what was asked of it. */
  static final class Reader implements ScenarioReader {
    final Scenario scenario;
    final List<Mistake> mistakes = new ArrayList<>();
    Path file;
    Map<String, String> overrides = Map.of();

    Reader(Scenario scenario) {
      this.scenario = scenario;
    }

    @Override
    public Scenario read(Path read, Map<String, String> values) {
      file = read;
      overrides = new TreeMap<>(values);
      if (!mistakes.isEmpty()) {
        throw new ScenarioException(
            mistakes.stream()
                .map(
                    m ->
                        new Mistake(
                            new Place(
                                read.toString(),
                                m.place().line(),
                                m.place().column(),
                                m.place().path()),
                            m.message()))
                .toList());
      }
      return scenario;
    }

    @Override
    public Scenario parse(String text, String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Scenario parse(String text, String name, Map<String, String> values) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Scenario with(Scenario base, Map<String, Setting> values) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String write(Setting setting) {
      throw new UnsupportedOperationException();
    }
  }

  /** What a runner does when it is asked to. */
  interface Running {
    ExperimentResult run(Path directory, Progress progress) throws IOException;
  }

  /** Runs nothing but what a test says. */
  static final class Runner implements ExperimentRunner {
    final List<Mistake> mistakes = new ArrayList<>();
    ExperimentSize size = new ExperimentSize(2, 0, 5, 1);
    Running running;

    @Override
    public ExperimentSize check(Scenario scenario) {
      if (!mistakes.isEmpty()) {
        throw new ScenarioException(mistakes);
      }
      return size;
    }

    @Override
    public ExperimentResult run(
        Scenario scenario, Path directory, RunOptions options, Progress progress)
        throws IOException {
      if (!mistakes.isEmpty()) {
        throw new ScenarioException(mistakes);
      }
      return running.run(directory, progress);
    }

    @Override
    public ExperimentResult resume(Path directory, Progress progress) throws IOException {
      return running.run(directory, progress);
    }
  }

  /**
   * A catalogue.
   *
   * @param plugins in it
   * @param descriptions by type
   */
  record Catalog(List<InstalledPlugin> plugins, Map<String, PluginDescription> descriptions)
      implements PluginCatalog {
    @Override
    public PluginDescription describe(InstalledPlugin plugin) {
      PluginDescription found = descriptions.get(plugin.type());
      if (found == null) {
        throw new ConfigurationException("", "its factory throws: no class Battery");
      }
      return found;
    }

    @Override
    public long generation() {
      return 1;
    }
  }

  static InstalledPlugin plugin(PluginKind kind, String type, String help, String problem) {
    return new InstalledPlugin(
        kind, type, help, "powergrid." + type, "0.1.0", "file:x.jar", "ab", problem);
  }

  /**
   * A folder.
   *
   * @param path where it is
   * @param entries in it
   */
  record Folder(Path path, List<Entry> entries) implements PluginFolder {}
}
