package powergrid.gateway.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import powergrid.gateway.wire.Wire;

/** Where clients come in. */
interface Listener extends Closeable {
  /** Where that is. */
  SocketAddress address();

  /**
   * Waits for a client.
   *
   * @throws java.nio.channels.ClosedChannelException or a {@link java.net.SocketException} once it
   *     is closed
   */
  Wire accept() throws IOException;
}
