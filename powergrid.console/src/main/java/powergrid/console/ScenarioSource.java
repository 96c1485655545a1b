package powergrid.console;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.command.Session;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.ScenarioReader;

/** A scenario file as a user names it, and the values set on the command line. */
final class ScenarioSource {
  private final String named;
  private final Path file;
  private final Map<String, String> overrides;

  ScenarioSource(Session session, String named, List<String> settings) {
    this.named = named;
    this.file = session.directory().resolve(named);
    this.overrides = assignments(settings);
  }

  /** Replaces one more value. */
  ScenarioSource with(String path, String yaml) {
    overrides.put(path, yaml);
    return this;
  }

  Scenario read(ScenarioReader reader) {
    try {
      return reader.read(file, overrides);
    } catch (ScenarioException e) {
      throw asNamed(e);
    } catch (UncheckedIOException e) {
      throw new WrongInput(named + " cannot be read: " + e.getCause().getMessage());
    }
  }

  /** The mistakes with the file called as the user called it. */
  ScenarioException asNamed(ScenarioException e) {
    ScenarioException named =
        new ScenarioException(
            e.mistakes().stream().map(m -> new Mistake(asNamed(m.place()), m.message())).toList());
    named.initCause(e);
    return named;
  }

  private Place asNamed(Place place) {
    return place.file().equals(file.toString())
        ? new Place(named, place.line(), place.column(), place.path())
        : place;
  }

  /**
   * Splits {@code name=value} settings.
   *
   * @param settings as given
   * @return by name, in order
   * @throws WrongInput if one has no name or no equals sign, or a name comes twice
   */
  static Map<String, String> assignments(List<String> settings) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals <= 0) {
        throw new WrongInput(
            "--set " + setting + ": write --set name=value, e.g. --set reward.safetyWeight=5");
      }
      String name = setting.substring(0, equals).strip();
      if (values.put(name, setting.substring(equals + 1).strip()) != null) {
        throw new WrongInput("--set " + name + " is given twice; give it once");
      }
    }
    return values;
  }
}
