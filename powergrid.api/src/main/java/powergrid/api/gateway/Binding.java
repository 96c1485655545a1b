package powergrid.api.gateway;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;

/** Where a gateway listens. */
public sealed interface Binding {
  /**
   * A Unix-domain socket.
   *
   * @param path of the socket, in a directory that is the user's alone; empty for a new one in a
   *     directory of its own
   */
  record Unix(Optional<Path> path) implements Binding {}

  /**
   * TCP for clients of this machine.
   *
   * @param port 0 for any that is free
   */
  record Loopback(int port) implements Binding {}

  /**
   * TCP for clients of other machines, always over TLS.
   *
   * @param address to listen at
   * @param port 0 for any that is free
   * @param keystore PKCS#12 file with the server's key and certificate
   * @param password file whose first line opens the keystore
   */
  record Remote(InetAddress address, int port, Path keystore, Path password) implements Binding {}
}
