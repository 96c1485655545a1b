package powergrid.gateway.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import powergrid.api.gateway.Binding;
import powergrid.api.gateway.GatewayOptions;
import powergrid.gateway.session.Services;

/** Makes what a server needs in the file system, and a server of it. */
public final class Opener {
  private static final String SOCKET = "socket";
  private static final String TOKEN = "token";

  private final GatewayOptions options;

  /** What is made, in the order in which it is to be removed. */
  private final List<Path> made = new ArrayList<>();

  private Opener(GatewayOptions options) {
    this.options = options;
  }

  /**
   * Opens a server.
   *
   * @param options how it listens
   * @param services that environments come from
   * @param version of the workbench
   * @return a server that listens
   * @throws IOException if it cannot
   * @throws IllegalArgumentException if an option cannot be used
   */
  public static Server open(GatewayOptions options, Services services, String version)
      throws IOException {
    Opener opener = new Opener(options);
    try {
      Optional<Token> token = opener.token();
      Listener listener = opener.listener();
      return new Server(listener, token, options.connections(), services, version, opener.made);
    } catch (IOException | RuntimeException e) {
      for (Path path : opener.made) {
        Files.deleteIfExists(path);
      }
      throw e;
    }
  }

  private Optional<Token> token() throws IOException {
    if (options.tokenFile().isPresent()) {
      return Optional.of(Token.in(options.tokenFile().get()));
    }
    if (options.token().isPresent()) {
      return Optional.of(Token.of(options.token().get()));
    }
    if (options.binding() instanceof Binding.Unix) {
      return Optional.empty();
    }
    Path file = temporaryDirectory().resolve(TOKEN);
    Token token = Token.create(file);
    made.add(0, file);
    return Optional.of(token);
  }

  private Path temporaryDirectory() throws IOException {
    Path directory = OwnerOnly.temporaryDirectory();
    made.add(directory);
    return directory;
  }

  private Listener listener() throws IOException {
    Binding binding = options.binding();
    if (binding instanceof Binding.Loopback loopback) {
      return ChannelListener.loopback(loopback.port());
    }
    if (binding instanceof Binding.Remote remote) {
      return new TlsListener(remote.address(), remote.port(), remote.keystore(), remote.password());
    }
    Path socket = socket(((Binding.Unix) binding).path());
    ChannelListener listener = ChannelListener.unix(socket);
    made.add(0, socket);
    return listener;
  }

  private Path socket(Optional<Path> wanted) throws IOException {
    if (wanted.isEmpty()) {
      return temporaryDirectory().resolve(SOCKET);
    }
    Path socket = wanted.get().toAbsolutePath().normalize();
    Path directory = socket.getParent();
    OwnerOnly.createDirectories(directory);
    OwnerOnly.requireDirectory(directory, "the socket's directory");
    return socket;
  }
}
