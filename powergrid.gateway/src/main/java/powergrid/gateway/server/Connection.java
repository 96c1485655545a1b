package powergrid.gateway.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import powergrid.api.gateway.Gateway;
import powergrid.api.scenario.Mistake;
import powergrid.gateway.json.Json;
import powergrid.gateway.json.Request;
import powergrid.gateway.session.Services;
import powergrid.gateway.session.Session;
import powergrid.gateway.wire.Code;
import powergrid.gateway.wire.FrameReader;
import powergrid.gateway.wire.FrameWriter;
import powergrid.gateway.wire.Frames;
import powergrid.gateway.wire.Refusal;
import powergrid.gateway.wire.Wire;
import tools.jackson.core.JsonGenerator;

/** A client, from its first byte to its last, on a thread of its own. */
final class Connection {
  private static final System.Logger LOG = System.getLogger("powergrid.gateway");
  private static final long HELLO_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long LEAVE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int DISCARDED = 16 * 1024;

  private final Wire wire;
  private final Optional<Token> token;
  private final Services services;
  private final String version;
  private final FrameReader reader;
  private final FrameWriter writer;
  private final long connected = System.nanoTime();
  private volatile boolean greeted;
  private volatile boolean late;
  private volatile long left;

  Connection(Wire wire, Optional<Token> token, Services services, String version) {
    this.wire = wire;
    this.token = token;
    this.services = services;
    this.version = version;
    reader = new FrameReader(wire);
    writer = new FrameWriter(wire);
  }

  /** Serves the client until it goes, or has to. */
  void serve() {
    try (wire;
        Session session = new Session(services, reader, writer)) {
      try {
        if (reader.next()) {
          greet();
          while (answer(session)) {
            // one request after another
          }
        } else if (late) {
          throw silent();
        }
      } catch (Refusal e) {
        tell(late ? silent() : e);
        takeLeave();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a client's connection broke: {0}", e.getMessage());
    }
  }

  /** Tells the client why it is not served. */
  void refuse(Refusal why) {
    try (wire) {
      tell(why);
      takeLeave();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a refused client''s connection broke: {0}", e.getMessage());
    }
  }

  /**
   * Reads on for a while without heed: closing a socket with bytes unread may take the last answer
   * from the client.
   */
  private void takeLeave() throws IOException {
    left = System.nanoTime() | 1;
    ByteBuffer heedless = ByteBuffer.allocate(DISCARDED);
    while (!late && wire.read(heedless) >= 0) {
      heedless.clear();
    }
  }

  private Refusal silent() {
    return greeted
        ? new Refusal(Code.BAD_FRAME, "a frame stopped half-way for 30 s")
        : new Refusal(Code.BAD_HELLO, "no hello came within 10 s");
  }

  private void greet() throws IOException, Refusal {
    if (reader.kind() != Frames.CONTROL) {
      throw new Refusal(Code.BAD_HELLO, "the first frame is a data frame; say hello first");
    }
    Request hello;
    String shown;
    try {
      hello = new Request("", Json.object(reader.bytes()));
      String op = hello.required("op");
      if (!op.equals("hello")) {
        throw new Refusal(Code.BAD_HELLO, "the first frame says " + Json.text(op) + "; say hello");
      }
      shown = hello.text("token");
    } catch (Refusal e) {
      throw e.code() == Code.BAD_REQUEST ? new Refusal(Code.BAD_HELLO, e.getMessage()) : e;
    }
    if (token.isPresent() && !token.get().isShownBy(shown)) {
      throw new Refusal(
          Code.BAD_TOKEN,
          shown == null ? "the hello has no token, which is asked for here" : "a wrong token");
    }
    try {
      Long protocol = hello.whole("protocol", Long.MIN_VALUE, Long.MAX_VALUE);
      if (protocol == null || protocol != Gateway.PROTOCOL) {
        throw new Refusal(
            Code.BAD_VERSION,
            "protocol " + protocol + " is not spoken here; protocol " + Gateway.PROTOCOL + " is");
      }
      hello.text("client");
      hello.done("op", "protocol", "token", "client");
    } catch (Refusal e) {
      throw e.code() == Code.BAD_REQUEST ? new Refusal(Code.BAD_HELLO, e.getMessage()) : e;
    }
    greeted = true;
    reader.greeted();
    writer.write(
        Frames.CONTROL,
        Json.bytes(
            json -> {
              json.writeStringProperty("op", "hello");
              json.writeNumberProperty("protocol", Gateway.PROTOCOL);
              json.writeStringProperty("server", "PowerGrid Workbench " + version);
              json.writeNumberProperty("pid", ProcessHandle.current().pid());
              json.writeNumberProperty("maxControl", Frames.MAX_CONTROL);
              json.writeNumberProperty("maxData", Frames.MAX_DATA);
            }));
  }

  /** Answers one request; false at the end of the stream. */
  private boolean answer(Session session) throws IOException, Refusal {
    try {
      if (!reader.next()) {
        return false;
      }
      session.answer();
    } catch (Refusal e) {
      if (e.code().closes()) {
        throw e;
      }
      tell(e);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      LOG.log(Level.ERROR, "a request failed by a mistake in the workbench or a plug-in", e);
      session.close();
      tell(new Refusal(Code.INTERNAL, "a mistake in the workbench or a plug-in: " + e));
    }
    return true;
  }

  private void tell(Refusal refusal) throws IOException {
    LOG.log(Level.DEBUG, "refused: {0}: {1}", refusal.code().word(), refusal.getMessage());
    writer.write(Frames.CONTROL, bytes(refusal));
  }

  static byte[] bytes(Refusal refusal) {
    return Json.bytes(
        json -> {
          json.writeObjectPropertyStart("error");
          json.writeStringProperty("code", refusal.code().word());
          json.writeStringProperty("message", String.valueOf(refusal.getMessage()));
          json.writeBooleanProperty("closes", refusal.code().closes());
          if (!refusal.mistakes().isEmpty()) {
            json.writeArrayPropertyStart("mistakes");
            refusal.mistakes().forEach(mistake -> write(json, mistake));
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Mistake mistake) {
    json.writeStartObject();
    json.writeStringProperty("file", mistake.place().file());
    json.writeNumberProperty("line", mistake.place().line());
    json.writeNumberProperty("column", mistake.place().column());
    json.writeStringProperty("path", mistake.place().path());
    json.writeStringProperty("message", mistake.message());
    json.writeEndObject();
  }

  /** Ends the reading of a client that says no hello, stops within a frame, or should be gone. */
  void hurry(long now) {
    long stalled = reader.stalledSince();
    boolean tooLate =
        left != 0
            ? now - left > LEAVE_NANOS
            : greeted ? stalled != 0 && now - stalled > FRAME_NANOS : now - connected > HELLO_NANOS;
    if (tooLate && !late) {
      late = true;
      try {
        wire.endInput();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "a late client is gone: {0}", e.getMessage());
      }
    }
  }

  /** Cuts the client off. */
  void cut() {
    try {
      wire.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a client could not be cut off: {0}", e.getMessage());
    }
  }
}
