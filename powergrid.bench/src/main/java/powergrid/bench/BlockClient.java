package powergrid.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the gateway that does nothing but step, by {@code docs/gateway.md}. */
final class BlockClient implements AutoCloseable {
  private static final int HEADER = 8;
  private static final int ROOM = 16 << 20;

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocateDirect(ROOM).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer request;
  private final int held;

  /**
   * Connects and resets.
   *
   * @param address of the gateway
   * @param open the request that opens an environment
   */
  BlockClient(SocketAddress address, String open) throws IOException {
    channel = SocketChannel.open(address);
    ask("{\"op\":\"hello\",\"protocol\":1}");
    ask(open);
    in.position(HEADER);
    String schema = StandardCharsets.UTF_8.decode(in).toString();
    int bytes = number(schema, "\"request\":\\{\"bytes\":(\\d+)");
    held = number(schema, "\"held\",\"type\":\"float32\",\"offset\":(\\d+)");
    request = ByteBuffer.allocateDirect(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    request.putInt(bytes).put((byte) 2);
    ask("{\"op\":\"reset\",\"seed\":1}");
    hold();
  }

  private static int number(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no schema: " + text);
    }
    return Integer.parseInt(found.group(1));
  }

  private void ask(String json) throws IOException {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(HEADER + text.length).order(ByteOrder.LITTLE_ENDIAN);
    write(frame.putInt(text.length).put((byte) 1).position(HEADER).put(text).flip());
    read();
  }

  private void write(ByteBuffer frame) throws IOException {
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  /** Reads a frame and yields its flags. */
  private int read() throws IOException {
    in.clear().limit(HEADER);
    fill();
    int length = in.getInt(0);
    in.limit(HEADER + length);
    fill();
    in.flip();
    return in.get(5);
  }

  private void fill() throws IOException {
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new EOFException("the gateway is gone");
      }
    }
  }

  /** Has the next step's actions be those that hold. */
  private void hold() {
    for (int i = HEADER; i < request.capacity(); i++) {
      request.put(i, in.get(held + i));
    }
  }

  /**
   * Takes a step, and resets where the episode of a single environment ends.
   *
   * @return a number of the answer
   */
  float step() throws IOException {
    write(request.clear());
    int flags = read();
    float seen = in.getFloat(HEADER);
    hold();
    if ((flags & 2) != 0) {
      read();
    }
    if ((flags & 1) != 0) {
      read();
      ask("{\"op\":\"reset\"}");
      hold();
    }
    return seen;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
