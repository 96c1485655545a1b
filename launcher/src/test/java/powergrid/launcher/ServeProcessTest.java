package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged workbench as a server of environments, and how it ends. */
@DisabledOnOs(OS.WINDOWS)
class ServeProcessTest {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final Path DISTRIBUTION = Path.of(System.getProperty("powergrid.distribution"));
  private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();

  @TempDir Path temporary;
  private Path storage;

  @BeforeEach
  void makeRoom() throws IOException {
    storage = Files.createDirectory(temporary.resolve("t"));
  }

  private Launched serve(String... options) throws IOException {
    String[] command = new String[options.length + 2];
    command[0] = DISTRIBUTION.resolve("powergrid").toString();
    command[1] = "serve";
    System.arraycopy(options, 0, command, 2, options.length);
    ProcessBuilder builder = new ProcessBuilder(command).directory(EXAMPLES.toFile());
    builder.environment().put("TMPDIR", storage.toString());
    return Launched.start(builder, temporary);
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(storage)) {
      return files.filter(file -> file.getFileName().toString().startsWith("powergrid-")).toList();
    }
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group(1) : fail(pattern + " is not in " + text);
  }

  private static SocketAddress unix(Launched server) throws IOException {
    String line = server.line();
    assertTrue(line != null, server::said);
    return UnixDomainSocketAddress.of(found(line, "\"path\":\"([^\"]+)\""));
  }

  private static ByteBuffer ask(SocketChannel channel, int kind, byte[] payload)
      throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(payload.length).put((byte) kind).position(8).put(payload).flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
    return fill(channel, fill(channel, 8).getInt());
  }

  private static String ask(SocketChannel channel, String json) throws IOException {
    return StandardCharsets.UTF_8
        .decode(ask(channel, 1, json.getBytes(StandardCharsets.UTF_8)))
        .toString();
  }

  private static ByteBuffer fill(SocketChannel channel, int bytes) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (into.hasRemaining()) {
      assertTrue(channel.read(into) >= 0, "the server is gone");
    }
    return into.flip();
  }

  /** Opens the case of three microgrids and takes a step. */
  private static void step(SocketChannel channel, String token) throws IOException {
    String hello = ask(channel, "{\"op\":\"hello\",\"protocol\":1" + token + "}");
    assertTrue(hello.contains("PowerGrid Workbench 0.1.0"), hello);
    String schema =
        ask(
            channel,
            "{\"op\":\"open\",\"scenario\":{\"path\":\"three-microgrids.yaml\"},\"drive\":\"all\","
                + "\"infos\":[\"metrics\"]}");
    int request = Integer.parseInt(found(schema, "\"request\":\\{\"bytes\":(\\d+)"));
    int reply = Integer.parseInt(found(schema, "\"reply\":\\{\"bytes\":(\\d+)"));
    assertEquals(
        reply,
        ask(channel, 1, "{\"op\":\"reset\",\"seed\":1}".getBytes(StandardCharsets.UTF_8)).limit());
    assertEquals(reply, ask(channel, 2, new byte[request]).limit());
    assertTrue(ask(channel, "{\"op\":\"render\"}").contains("MG3"));
  }

  @Test
  void servesUntilItsStandardInputEnds() throws Exception {
    Launched server = serve("--stdin-watch");
    UnixDomainSocketAddress address = (UnixDomainSocketAddress) unix(server);
    try (SocketChannel channel = SocketChannel.open(address)) {
      step(channel, "");
      server.endInput();
      assertEquals(0, server.status());
      assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
    }
    assertEquals(List.of(), server.errors());
    assertEquals(List.of(), left());
    assertFalse(Files.exists(address.getPath()));
  }

  @Test
  void servesOverTcpUntilItIsTerminated() throws Exception {
    Launched server = serve("--port", "0");
    String line = server.line();
    int port = Integer.parseInt(found(line, "\"port\":(\\d+)"));
    String token = Files.readString(Path.of(found(line, "\"tokenFile\":\"([^\"]+)\""))).strip();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    try (SocketChannel stranger = SocketChannel.open(address)) {
      String refused = ask(stranger, "{\"op\":\"hello\",\"protocol\":1}");
      assertTrue(refused.contains("bad-token"), refused);
    }
    try (SocketChannel channel = SocketChannel.open(address)) {
      step(channel, ",\"token\":\"" + token + "\"");
      server.signal("TERM");
      assertEquals(128 + 15, server.status());
    }
    assertEquals(List.of(), server.errors());
    assertEquals(List.of(), left());
  }

  @Test
  void aClientThatIsKilledMidwayIsNothingToTheNext() throws Exception {
    Launched server = serve("--stdin-watch");
    SocketAddress address = unix(server);
    try (SocketChannel killed = SocketChannel.open(address)) {
      step(killed, "");
      killed.write(ByteBuffer.wrap(new byte[] {48, 0, 0, 0, 2, 0}));
    }
    try (SocketChannel next = SocketChannel.open(address)) {
      step(next, "");
    }
    server.endInput();
    assertEquals(0, server.status());
    assertEquals(List.of(), server.errors());
  }

  @Test
  void anotherServersSocketIsNotTaken() throws Exception {
    Path socket = storage.resolve("mine/socket");
    Launched first = serve("--stdin-watch", "--socket", socket.toString());
    assertEquals(UnixDomainSocketAddress.of(socket), unix(first));
    Launched second = serve("--stdin-watch", "--socket", socket.toString());
    assertEquals(1, second.status());
    assertTrue(second.said().contains("in use"), second::said);
    first.endInput();
    assertEquals(0, first.status());
  }
}
