package powergrid.api.gateway;

import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A server of environments that listens. Thread-safe. */
@ProviderType
public interface GatewayServer extends AutoCloseable {
  /**
   * Where clients find it.
   *
   * @return a {@link java.net.UnixDomainSocketAddress} or {@link java.net.InetSocketAddress}
   */
  SocketAddress address();

  /**
   * Whether connections are encrypted.
   *
   * @return true of {@link Binding.Remote} alone
   */
  boolean overTls();

  /**
   * Whether clients must show a token.
   *
   * @return always true over TCP
   */
  boolean asksForToken();

  /**
   * The file that has the token.
   *
   * @return empty where there is none, or where it was given without a file
   */
  Optional<Path> tokenFile();

  /**
   * How many clients are connected.
   *
   * @return a count; each has at most one environment
   */
  int clients();

  /** Cuts all clients off, frees their environments and removes the files that it made. */
  @Override
  void close();
}
