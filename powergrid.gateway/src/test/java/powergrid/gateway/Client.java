package powergrid.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import powergrid.gateway.json.Json;
import powergrid.gateway.wire.Refusal;

/** A client written from {@code docs/gateway.md} alone; of our own code it uses the JSON reader. */
public final class Client implements AutoCloseable {
  /** A frame as it came. */
  @SuppressWarnings("ArrayRecordComponent") // looked into, never compared
  public record Frame(int kind, int flags, byte[] payload) {
    Map<String, Object> json() {
      assertEquals(1, kind, "a control frame");
      try {
        return Json.object(payload);
      } catch (Refusal e) {
        throw new AssertionError(e);
      }
    }

    Map<String, Object> error() {
      return map(json().get("error"));
    }

    String code() {
      Map<String, Object> json = json();
      return json.containsKey("error") ? (String) error().get("code") : "no error: " + json;
    }

    ByteBuffer data() {
      assertEquals(2, kind, () -> new String(payload, StandardCharsets.UTF_8));
      return ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** Numbers of a block by the name of their field, widened. */
  public record Answer(Map<String, double[]> fields, int flags) {
    double[] of(String field) {
      return fields.get(field);
    }
  }

  private final SocketChannel channel;
  private Map<String, Object> schema = Map.of();

  private Client(SocketChannel channel) {
    this.channel = channel;
  }

  static Client connect(SocketAddress address) throws IOException {
    return new Client(SocketChannel.open(address));
  }

  /** Connects, says hello without a token, and opens the scenario. */
  static Client open(SocketAddress address, String rest) throws IOException {
    Client client = greeted(address);
    client.open(rest);
    return client;
  }

  static Client greeted(SocketAddress address) throws IOException {
    Client client = connect(address);
    Map<String, Object> hello = client.ask("{\"op\":\"hello\",\"protocol\":1}").json();
    assertEquals("hello", hello.get("op"), hello::toString);
    return client;
  }

  Map<String, Object> open(String rest) throws IOException {
    schema = ask(opening(rest)).json();
    assertEquals("open", schema.get("op"), schema::toString);
    return schema;
  }

  /** An open request of the test's scenario. */
  static String opening(String rest) {
    String text = Json.text(Workbench.SCENARIO);
    return "{\"op\":\"open\",\"scenario\":{\"text\":" + text + "}" + rest + "}";
  }

  Frame ask(String json) throws IOException {
    control(json);
    return read();
  }

  void control(String json) throws IOException {
    frame(1, 0, json.getBytes(StandardCharsets.UTF_8));
  }

  void frame(int kind, int flags, byte[] payload) throws IOException {
    send(header(payload.length, kind, flags, 0));
    send(payload);
  }

  static byte[] header(int length, int kind, int flags, int reserved) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(length)
        .put((byte) kind)
        .put((byte) flags)
        .putShort((short) reserved)
        .array();
  }

  void send(byte[] bytes) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    while (all.hasRemaining()) {
      channel.write(all);
    }
  }

  /** Ends what is sent; what is answered can still be read. */
  void endOutput() throws IOException {
    channel.shutdownOutput();
  }

  /** The next frame; null at the end of the stream. */
  Frame read() throws IOException {
    ByteBuffer header = fill(8);
    if (header == null) {
      return null;
    }
    int length = header.getInt();
    int kind = header.get();
    int flags = header.get();
    assertEquals(0, header.getShort(), "reserved");
    byte[] payload = new byte[length];
    fill(length).get(payload);
    return new Frame(kind, flags, payload);
  }

  /** All bytes that still come, whatever they are. */
  byte[] rest() throws IOException {
    ByteBuffer into = ByteBuffer.allocate(64 * 1024);
    while (channel.read(into) >= 0) {
      assertTrue(into.hasRemaining(), "an end");
    }
    return Arrays.copyOf(into.array(), into.position());
  }

  private ByteBuffer fill(int bytes) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (into.hasRemaining()) {
      if (channel.read(into) < 0) {
        assertEquals(0, into.position(), "the stream ends within a frame");
        return null;
      }
    }
    return into.flip();
  }

  Answer reset(String rest) throws IOException {
    control("{\"op\":\"reset\"" + rest + "}");
    return answer("reply");
  }

  Answer step(float[] actions) throws IOException {
    return step(actions, 0);
  }

  Answer step(float[] actions, int flags) throws IOException {
    sendStep(actions, flags);
    return answer("reply");
  }

  void sendStep(float[] actions, int flags) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(4 * actions.length).order(ByteOrder.LITTLE_ENDIAN);
    block.asFloatBuffer().put(actions);
    frame(2, flags, block.array());
  }

  /** Reads a block by the layout that the schema has under a name. */
  Answer answer(String layout) throws IOException {
    Frame frame = read();
    ByteBuffer data = frame.data();
    Map<String, Object> described = map(schema.get(layout));
    assertEquals(described.get("bytes"), data.capacity());
    Map<String, double[]> fields = new LinkedHashMap<>();
    for (Object each : (List<?>) described.get("fields")) {
      Map<String, Object> field = map(each);
      fields.put((String) field.get("name"), numbers(data, field));
    }
    return new Answer(fields, frame.flags());
  }

  private static double[] numbers(ByteBuffer data, Map<String, Object> field) {
    int offset = (Integer) field.get("offset");
    int count = 1;
    for (Object size : (List<?>) field.get("shape")) {
      count *= (Integer) size;
    }
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] =
          switch ((String) field.get("type")) {
            case "float64" -> data.getDouble(offset + 8 * i);
            case "float32" -> data.getFloat(offset + 4 * i);
            case "bool", "int8" -> data.get(offset + i);
            default -> throw new AssertionError(field);
          };
    }
    return numbers;
  }

  Map<String, Object> schema() {
    return schema;
  }

  /** How many numbers a step takes. */
  int actions() {
    int count = 1;
    Map<String, Object> field = map(((List<?>) map(schema.get("request")).get("fields")).get(0));
    for (Object size : (List<?>) field.get("shape")) {
      count *= (Integer) size;
    }
    return count;
  }

  List<Map<String, Object>> agents() {
    List<Map<String, Object>> agents = new ArrayList<>();
    ((List<?>) schema.get("agents")).forEach(agent -> agents.add(map(agent)));
    return agents;
  }

  @SuppressWarnings("unchecked") // JSON's objects
  static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
