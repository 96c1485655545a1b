package powergrid.api.gateway;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a gateway is to listen.
 *
 * @param binding where
 * @param tokenFile file of mode 0600 with the token that clients must show
 * @param token the token itself, where it is in no file; with neither, TCP makes a new one in a
 *     file, and a Unix-domain socket asks for none
 * @param connections at most so many clients at once
 * @param directory what a scenario's path is relative to
 */
public record GatewayOptions(
    Binding binding,
    Optional<Path> tokenFile,
    Optional<String> token,
    int connections,
    Path directory) {
  /** How many clients there may be where nobody says. */
  public static final int CONNECTIONS = 64;

  /** Checks the number of clients. */
  public GatewayOptions {
    if (connections < 1) {
      throw new IllegalArgumentException(connections + " connections; there must be one at least");
    }
  }

  /**
   * Options with a token for Unix-domain sockets only where one is given, and the usual number of
   * clients.
   *
   * @param binding where
   * @param directory what a scenario's path is relative to
   * @return options
   */
  public static GatewayOptions of(Binding binding, Path directory) {
    return new GatewayOptions(binding, Optional.empty(), Optional.empty(), CONNECTIONS, directory);
  }
}
