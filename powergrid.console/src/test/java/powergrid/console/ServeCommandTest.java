package powergrid.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import powergrid.api.gateway.Binding;
import powergrid.api.gateway.Gateway;
import powergrid.api.gateway.GatewayOptions;
import powergrid.api.gateway.GatewayServer;
import powergrid.console.Doors.Said;

class ServeCommandTest {
  private static final String PID = "\"pid\":" + ProcessHandle.current().pid() + "}" + Doors.EOL;

  @TempDir Path temp;

  private final FakeGateway gateway = new FakeGateway();
  private Map<String, String> environment = Map.of();

  /** Remembers what it was asked for and says that it is where a test wants it. */
  private static final class FakeGateway implements Gateway {
    SocketAddress address = UnixDomainSocketAddress.of("/run/me/gateway");
    Optional<Path> tokenFile = Optional.empty();
    Exception refusal;
    GatewayOptions options;
    boolean closed;

    @Override
    public GatewayServer listen(GatewayOptions asked) throws IOException {
      options = asked;
      if (refusal instanceof IOException e) {
        throw e;
      }
      if (refusal instanceof RuntimeException e) {
        throw e;
      }
      return new GatewayServer() {
        @Override
        public SocketAddress address() {
          return address;
        }

        @Override
        public boolean overTls() {
          return false;
        }

        @Override
        public boolean asksForToken() {
          return tokenFile.isPresent();
        }

        @Override
        public Optional<Path> tokenFile() {
          return tokenFile;
        }

        @Override
        public int clients() {
          return 0;
        }

        @Override
        public void close() {
          closed = true;
        }
      };
    }
  }

  private ServeCommand command() {
    return new ServeCommand(gateway, new ByteArrayInputStream(new byte[3]), environment);
  }

  private Said call(Doors door, String... arguments) {
    return door.call(List.of(command()), temp, List.of(arguments));
  }

  /** Serves until its standard input ends, which it does at once. */
  private Said served(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "serve";
    all[1] = "--stdin-watch";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return call(Doors.COMMAND_LINE, all);
  }

  @ParameterizedTest
  @EnumSource
  void printsWhereItListensUntilStandardInputEnds(Doors door) {
    Said said = call(door, "serve", "--stdin-watch");
    String line =
        "{\"protocol\":1,\"transport\":\"unix\",\"path\":\"/run/me/gateway\",\"token\":false,";
    assertEquals(new Said(0, line + PID, ""), said);
    assertTrue(gateway.closed);
    assertEquals(GatewayOptions.of(new Binding.Unix(Optional.empty()), temp), gateway.options);
  }

  @Test
  void overTcpItNamesTheTokensFile() {
    gateway.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4242);
    gateway.tokenFile = Optional.of(Path.of("/run/me/token"));
    Said said = served("--port", "4242");
    assertEquals(
        "{\"protocol\":1,\"transport\":\"tcp\",\"host\":\"127.0.0.1\",\"port\":4242,\"tls\":false,"
            + "\"token\":true,\"tokenFile\":\"/run/me/token\","
            + PID,
        said.out());
    assertEquals(new Binding.Loopback(4242), gateway.options.binding());
  }

  @Test
  void filesAreRelativeToTheDirectoryTheUserIsIn() {
    environment = Map.of("POWERGRID_TOKEN", "ab".repeat(32));
    served("--socket", "run/gateway", "--token-file", "token", "--connections", "3");
    assertEquals(
        new GatewayOptions(
            new Binding.Unix(Optional.of(temp.resolve("run/gateway"))),
            Optional.of(temp.resolve("token")),
            Optional.of("ab".repeat(32)),
            3,
            temp),
        gateway.options);
  }

  @Test
  void otherAddressesNeedAKeystoreAndAYes() throws IOException {
    served(
        "--bind",
        "0.0.0.0",
        "--port",
        "7",
        "--allow-remote",
        "--keystore",
        "k.p12",
        "--keystore-password-file",
        "p");
    assertEquals(
        new Binding.Remote(
            InetAddress.getByAddress(new byte[4]), 7, temp.resolve("k.p12"), temp.resolve("p")),
        gateway.options.binding());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--socket a --port 1            | --socket and --port exclude each other",
        "--port 70000                   | --port 70000: ports are from 0 to 65535",
        "--port x                       | 'x' is not an int",
        "--connections 0                | --connections 0",
        "--bind 0.0.0.0                 | needs --port, --allow-remote",
        "--bind 0.0.0.0 --port 1        | needs --port, --allow-remote",
        "--allow-remote                 | go with --bind",
        "--keystore k.p12               | go with --bind",
        "--parent-pid 99999999999       | there is no such process",
        "now                            | now"
      })
  void wrongOptionsAreWrongInput(String arguments, String message) {
    Said said = served(arguments.split(" ", -1));
    assertEquals(2, said.status());
    assertEquals("", said.out());
    assertTrue(said.err().contains(message), said.err());
    assertNull(gateway.options);
  }

  @Test
  void whatTheGatewayRefusesIsWrongInputAndWhatItCannotDoHasFailed() {
    gateway.refusal = new IllegalArgumentException("the token file t is open to others");
    Said said = served();
    assertEquals(2, said.status());
    assertEquals("powergrid serve: the token file t is open to others" + Doors.EOL, said.err());
    gateway.refusal = new IOException("port 80 cannot be listened at: Permission denied");
    said = served();
    assertEquals(1, said.status());
    assertEquals(
        "powergrid serve: port 80 cannot be listened at: Permission denied" + Doors.EOL,
        said.err());
  }

  @Test
  void anInterruptEndsIt() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    ConsoleSession session = new ConsoleSession(nowhere, nowhere, temp, false, () -> true);
    assertEquals(130, command().run(session, List.of()));
    assertTrue(gateway.closed);
  }

  @Test
  void theEndOfTheProcessThatItWatchesEndsIt() throws Exception {
    Process brief = new ProcessBuilder("sleep", "0.3").start();
    Said said = call(Doors.COMMAND_LINE, "serve", "--parent-pid", String.valueOf(brief.pid()));
    assertEquals(0, said.status());
    assertEquals(0, brief.waitFor());
  }
}
