package powergrid.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import powergrid.api.gateway.Binding;
import powergrid.api.gateway.GatewayOptions;
import powergrid.api.gateway.GatewayServer;
import powergrid.gateway.json.Json;

/** Where servers listen, and who can get at that. */
@DisabledOnOs(OS.WINDOWS) // which has no POSIX permissions
class ListeningTest {
  private static final String TOKEN = "ab".repeat(32);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final String PASSWORD = "changeit";

  /** Type of TLS's records that say what is wrong (RFC 8446, section 5.1). */
  private static final byte ALERT = 21;

  private final Workbench workbench = new Workbench();
  @TempDir private Path folder;

  /** JUnit's own folder may be open to others. */
  @BeforeEach
  void closeTheFolder() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private GatewayServer listen(Binding binding, Optional<Path> file, Optional<String> token)
      throws IOException {
    return workbench
        .gateway()
        .listen(new GatewayOptions(binding, file, token, 4, Served.directory()));
  }

  private GatewayServer unix(Path socket) throws IOException {
    return listen(new Binding.Unix(Optional.of(socket)), Optional.empty(), Optional.empty());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static Path socket(GatewayServer server) {
    return ((UnixDomainSocketAddress) server.address()).getPath();
  }

  private String wrong(Binding binding, Optional<Path> file, Optional<String> token) {
    return assertThrows(IllegalArgumentException.class, () -> listen(binding, file, token))
        .getMessage();
  }

  private Path secret(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  @Test
  void byItselfASocketIsInADirectoryOfItsOwnAndBothGoInTheEnd() throws IOException {
    Path socket;
    try (GatewayServer server = Served.unix(workbench)) {
      socket = socket(server);
      assertEquals("rwx------", mode(socket.getParent()));
      assertEquals("rw-------", mode(socket));
      assertFalse(server.asksForToken());
      assertFalse(server.overTls());
      assertEquals(Optional.empty(), server.tokenFile());
      try (Client client = Client.greeted(server.address())) {
        assertEquals("close", client.ask("{\"op\":\"close\"}").json().get("op"));
      }
    }
    assertFalse(Files.exists(socket.getParent()));
  }

  @Test
  void aSocketInADirectoryThatIsMissingMakesIt() throws IOException {
    Path socket = folder.resolve("run/gateway");
    try (GatewayServer server = unix(socket)) {
      assertEquals("rwx------", mode(socket.getParent()));
      assertEquals(socket, socket(server));
      Client.greeted(server.address()).close();
      String taken = assertThrows(IOException.class, () -> unix(socket)).getMessage();
      assertTrue(taken.contains("in use"), taken);
      Client.greeted(server.address()).close();
    }
    assertFalse(Files.exists(socket));
    assertTrue(Files.exists(socket.getParent()));
  }

  @Test
  void aSocketThatAKilledServerLeftIsTakenOver() throws IOException {
    Path socket = folder.resolve("left");
    try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      left.bind(UnixDomainSocketAddress.of(socket));
    }
    assertTrue(Files.exists(socket), "closing does not remove it");
    try (GatewayServer server = unix(socket)) {
      Client.greeted(server.address()).close();
    }
  }

  @Test
  void socketsThatCannotBe() throws IOException {
    Path file = secret("file", "mine");
    String message = assertThrows(IllegalArgumentException.class, () -> unix(file)).getMessage();
    assertTrue(message.contains("no socket"), message);
    assertEquals("mine", Files.readString(file));
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));
    message =
        assertThrows(IllegalArgumentException.class, () -> unix(open.resolve("s"))).getMessage();
    assertTrue(message.contains("rwxr-x---") && message.contains("chmod 700"), message);
    message =
        assertThrows(IOException.class, () -> unix(folder.resolve("x".repeat(150)))).getMessage();
    assertTrue(message.contains("100 characters"), message);
  }

  @Test
  void overTcpThereIsANewTokenInAFileOfItsOwn() throws IOException {
    Path file;
    Binding any = new Binding.Loopback(0);
    try (GatewayServer server = listen(any, Optional.empty(), Optional.empty());
        GatewayServer other = listen(any, Optional.empty(), Optional.empty())) {
      InetSocketAddress address = (InetSocketAddress) server.address();
      assertTrue(address.getAddress().isLoopbackAddress());
      file = server.tokenFile().orElseThrow();
      assertEquals("rw-------", mode(file));
      assertEquals("rwx------", mode(file.getParent()));
      String token = Files.readString(file).strip();
      assertTrue(token.matches("[0-9a-f]{64}"), "256 bits");
      assertFalse(token.equals(Files.readString(other.tokenFile().orElseThrow()).strip()));
      try (Client client = Client.connect(address)) {
        assertEquals("hello", client.ask(hello(token)).json().get("op"));
      }
      int port = address.getPort();
      String taken =
          assertThrows(
                  IOException.class,
                  () -> listen(new Binding.Loopback(port), Optional.empty(), Optional.empty()))
              .getMessage();
      assertTrue(taken.contains("port " + port), taken);
    }
    assertFalse(Files.exists(file.getParent()));
  }

  private static String hello(String token) {
    return "{\"op\":\"hello\",\"protocol\":1,\"token\":\"" + token + "\"}";
  }

  @Test
  void aTokenThatIsGivenIsAskedForEverywhere() throws IOException {
    Path file = secret("token", TOKEN.toUpperCase(java.util.Locale.ROOT) + "\n");
    Binding own = new Binding.Unix(Optional.empty());
    try (GatewayServer server = listen(own, Optional.of(file), Optional.empty());
        Client without = Client.connect(server.address());
        Client with = Client.connect(server.address())) {
      assertTrue(server.asksForToken());
      assertEquals(Optional.of(file), server.tokenFile());
      assertEquals("bad-token", without.ask("{\"op\":\"hello\",\"protocol\":1}").code());
      assertEquals("hello", with.ask(hello(TOKEN)).json().get("op"));
    }
    assertTrue(Files.exists(file), "not ours to remove");
  }

  @Test
  void tokensThatAreNone() throws IOException {
    Binding any = new Binding.Loopback(0);
    String message = wrong(any, Optional.of(folder.resolve("none")), Optional.empty());
    assertTrue(message.contains("does not exist"), message);
    message = wrong(any, Optional.of(secret("short", "abc")), Optional.empty());
    assertTrue(message.contains("64 hexadecimal digits") && message.contains("3 char"), message);
    message = wrong(any, Optional.empty(), Optional.of("x".repeat(64)));
    assertTrue(message.contains("64 hexadecimal digits") && !message.contains("xx"), message);
    Path open = secret("open", TOKEN);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    message = wrong(any, Optional.of(open), Optional.empty());
    assertTrue(message.contains("rw-r--r--") && message.contains("chmod 600"), message);
  }

  private Path keystore() throws Exception {
    Path keystore = folder.resolve("server.p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertEquals(0, tool.waitFor());
    Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-------"));
    return keystore;
  }

  @Test
  void otherAddressesSpeakTlsAlone() throws Exception {
    Path keystore = keystore();
    InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
    Binding remote = new Binding.Remote(loopback, 0, keystore, secret("password", PASSWORD + "\n"));
    try (GatewayServer server = listen(remote, Optional.empty(), Optional.of(TOKEN))) {
      assertTrue(server.overTls());
      assertTrue(server.asksForToken());
      int port = ((InetSocketAddress) server.address()).getPort();
      try (SSLSocket socket =
          (SSLSocket) trusting(keystore).getSocketFactory().createSocket(loopback, port)) {
        byte[] hello = hello(TOKEN).getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write(Client.header(hello.length, 1, 0, 0));
        out.write(hello);
        InputStream in = socket.getInputStream();
        ByteBuffer header = ByteBuffer.wrap(in.readNBytes(8)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] answer = in.readNBytes(header.getInt());
        assertEquals("hello", Json.object(answer).get("op"));
      }
      try (Client plain = Client.connect(server.address())) {
        plain.control(hello(TOKEN));
        byte[] answer = plain.rest();
        assertTrue(answer.length == 0 || answer[0] == ALERT, "nothing but an alert of TLS");
      }
    }
  }

  private static SSLContext trusting(Path keystore) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void keystoresThatCannotBeUsed() throws Exception {
    Path keystore = keystore();
    InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
    Path wrong = secret("wrong", "guess\n");
    Binding closed = new Binding.Remote(loopback, 0, keystore, wrong);
    String message = wrong(closed, Optional.empty(), Optional.empty());
    assertTrue(message.contains("server.p12 cannot be used"), message);
    Path none = secret("none.p12", "");
    message =
        wrong(new Binding.Remote(loopback, 0, none, wrong), Optional.empty(), Optional.empty());
    assertTrue(message.contains("none.p12 cannot be used"), message);
    Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-rw-r--"));
    message = wrong(closed, Optional.empty(), Optional.empty());
    assertTrue(message.contains("chmod 600"), message);
  }

  @Test
  void aServerThatCannotListenLeavesNothingBehind() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      Binding taken = new Binding.Loopback(other.getLocalPort());
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      long before = gateways(temporary);
      assertThrows(IOException.class, () -> listen(taken, Optional.empty(), Optional.empty()));
      assertEquals(before, gateways(temporary));
    }
  }

  private static long gateways(Path temporary) throws IOException {
    try (var files = Files.list(temporary)) {
      return files.filter(f -> f.getFileName().toString().startsWith("powergrid-gateway-")).count();
    }
  }
}
