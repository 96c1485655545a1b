package powergrid.experiment;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import powergrid.api.experiment.RunOptions;
import powergrid.api.experiment.Trace;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.scenario.ScenarioReader;
import powergrid.experiment.files.IndentedJson;
import tools.jackson.core.JsonGenerator;

/**
 * What a run directory says about its making: enough to know what to install to get it again.
 *
 * @param scenario its name
 * @param workbench that ran it
 * @param plan what was to be run
 * @param plugins that it uses
 * @param reader writes the varied values
 * @param start of the experiment
 * @param file that the scenario was read from, which its relative paths go by
 * @param options what is special about the run
 */
record Manifest(
    String scenario,
    Workbench workbench,
    Plan plan,
    List<InstalledPlugin> plugins,
    ScenarioReader reader,
    Instant start,
    String file,
    RunOptions options) {
  static final String START = "start";
  static final String FILE = "file";
  static final String MADE_WITH = "made_with";
  static final String TRACES = "traces";
  static final String POLICY = "policy";

  /** The plug-ins and the workbench's version as one text: whoever goes on needs the same. */
  String madeWith() {
    return plugins.stream()
        .map(p -> p.kind().label() + "/" + p.type() + " " + p.version() + " " + p.digest())
        .sorted()
        .collect(Collectors.joining("; ", workbench.version() + "; ", ""));
  }

  /** How far the experiment has come. */
  enum Status {
    /** It is being run, or was killed. */
    RUNNING,
    /** All of it was run. */
    DONE,
    /** Some of it failed. */
    FAILED,
    /** It was stopped. */
    INTERRUPTED
  }

  /**
   * The manifest as JSON.
   *
   * @param status how far it has come
   * @param end of the experiment; null while it is running
   * @param failures what went wrong so far
   * @return a text
   */
  String json(Status status, Instant end, List<String> failures) {
    return IndentedJson.object(
        json -> {
          json.writeStringProperty("scenario", scenario);
          json.writeStringProperty("status", status.name().toLowerCase(java.util.Locale.ROOT));
          json.writeStringProperty(START, start.toString());
          optional(json, "end", end == null ? "" : end.toString());
          strings(json, "failures", failures);
          strings(json, "notes", plan.notes());
          optional(json, "command", workbench.command());
          json.writeStringProperty(FILE, file);
          json.writeStringProperty(MADE_WITH, madeWith());
          optional(
              json,
              TRACES,
              options.traces().stream().map(Trace::name).sorted().collect(Collectors.joining(",")));
          optional(json, POLICY, options.policy().map(Path::toString).orElse(""));
          machine(json);
          plan(json);
          plugins(json);
        });
  }

  private void machine(JsonGenerator json) {
    json.writeObjectPropertyStart("workbench");
    json.writeStringProperty("version", workbench.version());
    optional(json, "commit", workbench.commit());
    json.writeEndObject();
    json.writeObjectPropertyStart("java");
    json.writeStringProperty("version", System.getProperty("java.version"));
    json.writeStringProperty("vendor", System.getProperty("java.vendor"));
    json.writeStringProperty("vm", System.getProperty("java.vm.name"));
    json.writeEndObject();
    json.writeObjectPropertyStart("host");
    json.writeStringProperty("os", System.getProperty("os.name"));
    json.writeStringProperty("os_version", System.getProperty("os.version"));
    json.writeStringProperty("arch", System.getProperty("os.arch"));
    json.writeNumberProperty("processors", Runtime.getRuntime().availableProcessors());
    json.writeEndObject();
  }

  private void plan(JsonGenerator json) {
    json.writeArrayPropertyStart("seeds");
    plan.seeds().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeNumberProperty("episodes", plan.episodes());
    json.writeArrayPropertyStart("variants");
    for (Variant variant : plan.variants()) {
      json.writeStartObject();
      json.writeStringProperty("name", variant.name());
      json.writeObjectPropertyStart("values");
      variant
          .values()
          .forEach((path, value) -> json.writeStringProperty(path, reader.write(value).strip()));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void plugins(JsonGenerator json) {
    json.writeArrayPropertyStart("plugins");
    for (InstalledPlugin plugin : plugins) {
      json.writeStartObject();
      json.writeStringProperty("kind", plugin.kind().label());
      json.writeStringProperty("type", plugin.type());
      json.writeStringProperty("bundle", plugin.bundle());
      json.writeStringProperty("version", plugin.version());
      optional(json, "sha256", plugin.digest());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void optional(JsonGenerator json, String name, String value) {
    if (!value.isEmpty()) {
      json.writeStringProperty(name, value);
    }
  }
}
