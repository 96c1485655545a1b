package powergrid.gateway.session;

import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.environment.Credit;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Split;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.gateway.json.Json;
import powergrid.gateway.json.Request;
import powergrid.gateway.wire.Code;
import powergrid.gateway.wire.Refusal;
import tools.jackson.core.JsonGenerator;

/** An {@code open} request, taken apart, and what comes of it. */
final class Opening {
  private enum Kind {
    PARALLEL,
    VECTOR
  }

  private enum Info {
    METRICS,
    MESSAGES
  }

  private static final int MAX_COPIES = 4096;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Services services;
  private final Kind kind;
  private final Request source;
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private final Drive drive;
  private final Split split;
  private final long seed;
  private final int copies;
  private final int threads;
  private final Credit credit;
  private final List<Info> infos;
  private Scenario scenario;

  Opening(Services services, Request request) throws Refusal {
    this.services = services;
    kind = request.word("kind", Kind.values(), Kind.PARALLEL);
    source = new Request("scenario", request.object("scenario"));
    for (Map.Entry<String, Object> value : request.object("set").entrySet()) {
      boolean yaml = value.getValue() instanceof String;
      overrides.put(value.getKey(), yaml ? (String) value.getValue() : Json.text(value.getValue()));
    }
    drive = request.word("drive", Drive.values(), Drive.FREE);
    split = request.word("split", Split.values(), Split.ALL);
    Long given = request.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    // below 2^53, which every language's JSON reads exactly
    seed = given == null ? RANDOM.nextLong() >>> 11 : given;
    if (kind == Kind.VECTOR) {
      copies = request.whole("copies", 1, MAX_COPIES, 1);
      int processors = Runtime.getRuntime().availableProcessors();
      threads = request.whole("threads", 1, MAX_COPIES, processors);
      credit = request.word("credit", Credit.values(), Credit.OWN);
      infos = List.of();
      request.done(
          "scenario", "set", "drive", "split", "seed", "kind", "copies", "threads", "credit");
    } else {
      copies = 1;
      threads = 1;
      credit = Credit.OWN;
      infos = request.words("infos", Info.values());
      request.done("scenario", "set", "drive", "split", "seed", "kind", "infos");
    }
  }

  /** Reads the scenario and assembles what it describes. */
  Served open() throws Refusal {
    try {
      scenario = drive.of(read());
      Served served = kind == Kind.VECTOR ? vector() : parallel();
      if (served.schema().size() == 0) {
        served.close();
        throw new Refusal(
            Code.NO_AGENTS,
            scenario.name()
                + (drive == Drive.ALL
                    ? " has no agent that decides"
                    : " leaves no agent to its caller: every agent that decides has a policy; open"
                        + " it with drive all to take their place"));
      }
      return served;
    } catch (ScenarioException e) {
      throw new Refusal(Code.BAD_SCENARIO, e.getMessage(), e.mistakes(), e);
    }
  }

  private Scenario read() throws Refusal {
    String path = source.text("path");
    String text = source.text("text");
    String name = source.text("name");
    source.done("path", "text", "name");
    if ((path == null) == (text == null)) {
      throw new Refusal(Code.BAD_REQUEST, "scenario: give either path or text");
    }
    if (text != null) {
      return services.reader().parse(text, name == null ? "scenario" : name, overrides);
    }
    try {
      return services.reader().read(services.directory().resolve(path), overrides);
    } catch (UncheckedIOException e) {
      throw new Refusal(
          Code.BAD_SCENARIO, path + " cannot be read: " + e.getCause().getMessage(), List.of(), e);
    } catch (InvalidPathException e) {
      throw new Refusal(Code.BAD_REQUEST, "scenario.path: " + e.getMessage(), List.of(), e);
    }
  }

  private Served parallel() throws Refusal {
    List<PluginSetting> metrics =
        infos.contains(Info.METRICS) ? scenario.experiment().metrics() : List.of();
    Infos told =
        new Infos(
            metrics,
            () -> services.environments().metrics(scenario),
            infos.contains(Info.MESSAGES));
    Environment environment = services.environments().create(scenario, split);
    try {
      return new Parallel(environment, told, seed);
    } catch (Refusal | RuntimeException | Error e) {
      environment.close();
      throw e;
    }
  }

  private Served vector() throws Refusal {
    VectorEnvironment environment =
        services.environments().vector(scenario, split, credit, copies, threads);
    try {
      return new Copies(environment, seed);
    } catch (Refusal | RuntimeException | Error e) {
      environment.close();
      throw e;
    }
  }

  /** Writes the schema. */
  void describe(JsonGenerator json, Served served) {
    json.writeStringProperty("kind", kind == Kind.VECTOR ? "vector" : "parallel");
    json.writeStringProperty("name", scenario.name());
    json.writeNumberProperty("seed", seed);
    json.writeNumberProperty("copies", copies);
    served.schema().write(json, scenario.clock());
    served.describe(json);
  }
}
