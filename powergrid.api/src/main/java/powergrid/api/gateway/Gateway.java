package powergrid.api.gateway;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/** Offers environments to other processes over a stream socket. An OSGi service; thread-safe. */
@ProviderType
public interface Gateway {
  /** The version of the wire format. */
  int PROTOCOL = 1;

  /**
   * Starts a server, which goes on until it is closed.
   *
   * @param options where it listens and whom it lets in
   * @return a server that listens
   * @throws IllegalArgumentException if an option cannot be used as it is, saying which and why: a
   *     token or socket that others could reach, a keystore without a key
   * @throws IOException if the address cannot be listened at, or a file cannot be read or written
   */
  GatewayServer listen(GatewayOptions options) throws IOException;
}
