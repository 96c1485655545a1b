package powergrid.gateway.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import powergrid.api.agent.Agent;
import powergrid.api.environment.StepView;
import powergrid.gateway.json.Json;
import powergrid.gateway.json.Request;
import powergrid.gateway.wire.Code;
import powergrid.gateway.wire.FrameReader;
import powergrid.gateway.wire.FrameWriter;
import powergrid.gateway.wire.Frames;
import powergrid.gateway.wire.Refusal;
import tools.jackson.core.JsonGenerator;

/** What a client that was let in asks for, one request after another. Belongs to one thread. */
public final class Session implements AutoCloseable {
  private final Services services;
  private final FrameReader reader;
  private final FrameWriter writer;

  /** Null while nothing is open. */
  private Served served;

  private float[] actions = {};

  /**
   * A session.
   *
   * @param services that environments come from
   * @param reader told how long steps are
   * @param writer of answers
   */
  public Session(Services services, FrameReader reader, FrameWriter writer) {
    this.services = services;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * Answers the frame that was just read.
   *
   * @throws Refusal if it asks for what cannot be; nothing was written then
   * @throws IOException if the stream breaks
   */
  public void answer() throws IOException, Refusal {
    if (reader.kind() == Frames.DATA) {
      open();
      reader.floats(actions);
      step((reader.flags() & Frames.INFOS) != 0);
      return;
    }
    Request request = new Request("", Json.object(reader.bytes()));
    String op = request.required("op");
    switch (op) {
      case "open" -> open(request);
      case "reset" -> reset(request);
      case "step" -> step(request);
      case "render" -> render(request);
      case "close" -> close(request);
      default ->
          throw new Refusal(
              Code.BAD_REQUEST,
              "op: there is no " + Json.text(op) + "; there are open, reset, step, render, close");
    }
  }

  private void control(Consumer<JsonGenerator> content) throws IOException {
    writer.write(Frames.CONTROL, Json.bytes(content));
  }

  private Served open() throws Refusal {
    if (served == null) {
      throw new Refusal(Code.NOT_OPEN, "nothing is open; say open first");
    }
    return served;
  }

  private void open(Request request) throws IOException, Refusal {
    Opening opening = new Opening(services, request);
    close();
    served = opening.open();
    actions = new float[served.copies() * served.schema().actions()];
    reader.expect(served.request().bytes());
    control(
        json -> {
          json.writeStringProperty("op", "open");
          opening.describe(json, served);
        });
  }

  private void reset(Request request) throws IOException, Refusal {
    Long seed = request.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    Request options = new Request("options", request.object("options"));
    boolean infos = options.flag("infos");
    options.done("infos");
    request.done("seed", "options");
    try {
      open().reset(seed);
    } catch (Refusal e) {
      if (e.code() == Code.SCHEMA_CHANGED) {
        close();
      }
      throw e;
    }
    reply(infos);
  }

  private void step(boolean infos) throws IOException, Refusal {
    served.step(actions);
    reply(infos || served.tells());
  }

  private void reply(boolean infos) throws IOException {
    ByteBuffer finals = served.finals();
    int flags = (infos ? Frames.INFOS : 0) | (finals != null ? Frames.FINAL : 0);
    writer.write(served.reply(), flags);
    if (finals != null) {
      writer.write(finals, 0);
    }
    if (infos) {
      control(
          json -> {
            json.writeStringProperty("op", "infos");
            served.infos(json);
          });
    }
  }

  private void step(Request request) throws IOException, Refusal {
    boolean infos = request.flag("infos");
    Map<String, Object> chosen = request.object("actions");
    request.done("actions", "infos");
    Schema schema = open().schema();
    if (!served.single()) {
      throw new Refusal(
          Code.BAD_REQUEST, "a vector takes its steps as data frames, not as control frames");
    }
    for (int i = 0; i < actions.length; i++) {
      actions[i] = served.held(i);
    }
    List<String> ids = schema.agents().stream().map(Agent::id).toList();
    for (Map.Entry<String, Object> choice : chosen.entrySet()) {
      int agent = ids.indexOf(choice.getKey());
      if (agent < 0) {
        throw new Refusal(
            Code.UNKNOWN_AGENT,
            "actions: there is no agent "
                + Json.text(choice.getKey())
                + "; there are "
                + String.join(", ", ids));
      }
      take(choice.getKey(), choice.getValue(), schema, agent);
    }
    step(infos);
  }

  private void take(String id, Object value, Schema schema, int agent) throws Refusal {
    int from = schema.action().applyAsInt(agent);
    int size = schema.action().applyAsInt(agent + 1) - from;
    if (!(value instanceof List<?> numbers)
        || !numbers.stream().allMatch(number -> number instanceof Number)) {
      throw new Refusal(
          Code.BAD_REQUEST, "actions." + id + ": " + Json.text(value) + " is no list of numbers");
    }
    if (numbers.size() != size) {
      throw new Refusal(
          Code.BAD_SHAPE,
          "actions." + id + ": " + numbers.size() + " numbers; the agent takes " + size);
    }
    for (int i = 0; i < size; i++) {
      actions[from + i] = ((Number) numbers.get(i)).floatValue();
    }
  }

  private void render(Request request) throws IOException, Refusal {
    Rendering rendering = new Rendering(request, open().copies());
    StepView view = served.view(rendering.copy);
    String word = rendering.format.name().toLowerCase(Locale.ROOT);
    switch (rendering.format) {
      case ANSI -> text(word, Rendering.ansi(view, served.schema().agents()));
      case SVG -> text(word, rendering.svg(view, services.drawing()));
      case PNG, RGB -> {
        Rendering.Picture picture = rendering.picture(view, services.drawing());
        control(
            json -> {
              json.writeStringProperty("op", "render");
              json.writeStringProperty("format", word);
              json.writeNumberProperty("width", picture.width());
              json.writeNumberProperty("height", picture.height());
              json.writeNumberProperty("bytes", picture.bytes().length);
            });
        writer.write(Frames.DATA, picture.bytes());
      }
    }
  }

  private void text(String format, String text) throws IOException {
    control(
        json -> {
          json.writeStringProperty("op", "render");
          json.writeStringProperty("format", format);
          json.writeStringProperty("text", text);
        });
  }

  private void close(Request request) throws IOException, Refusal {
    request.done("op");
    close();
    control(json -> json.writeStringProperty("op", "close"));
  }

  /** Frees what is open. */
  @Override
  public void close() {
    reader.expect(0);
    actions = new float[0];
    if (served != null) {
      served.close();
      served = null;
    }
  }
}
