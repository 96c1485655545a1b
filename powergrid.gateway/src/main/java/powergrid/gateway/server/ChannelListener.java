package powergrid.gateway.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import powergrid.gateway.wire.ChannelWire;
import powergrid.gateway.wire.Wire;

/** A Unix-domain socket, or TCP on the loopback interface. */
final class ChannelListener implements Listener {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final ServerSocketChannel channel;
  private final SocketAddress address;

  private ChannelListener(ServerSocketChannel channel) throws IOException {
    this.channel = channel;
    address = channel.getLocalAddress();
  }

  /** Listens at a path whose directory is there and is the user's alone. */
  static ChannelListener unix(Path socket) throws IOException {
    removeLeftover(socket);
    ServerSocketChannel channel = unixChannel();
    try {
      channel.bind(UnixDomainSocketAddress.of(socket));
      OwnerOnly.restrict(socket);
      return new ChannelListener(channel);
    } catch (IOException e) {
      channel.close();
      throw new IOException(
          socket
              + " cannot be listened at: "
              + e.getMessage()
              + "; a socket's path has about 100 characters at most",
          e);
    }
  }

  private static ServerSocketChannel unixChannel() throws IOException {
    try {
      return ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (UnsupportedOperationException e) {
      throw new IOException("there are no Unix-domain sockets here; listen on TCP, --port 0", e);
    }
  }

  /** A socket that nobody listens at is what a server left that was killed. */
  private static void removeLeftover(Path socket) throws IOException {
    if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isRegularFile(socket) || Files.isDirectory(socket)) {
      throw new IllegalArgumentException(socket + " is there already and is no socket");
    }
    try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      throw new IOException(
          socket + " is in use by another server" + (probe.isConnected() ? "" : " that is ending"));
    } catch (SocketException e) {
      Files.delete(socket);
    }
  }

  /** Listens on the loopback interface. */
  static ChannelListener loopback(int port) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    InetSocketAddress at = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    try {
      channel.bind(at);
      return new ChannelListener(channel);
    } catch (BindException e) {
      channel.close();
      throw new IOException("port " + port + " cannot be listened at: " + e.getMessage(), e);
    }
  }

  @Override
  public SocketAddress address() {
    return address;
  }

  @Override
  public Wire accept() throws IOException {
    SocketChannel client = channel.accept();
    if (address instanceof InetSocketAddress) {
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }
    return new ChannelWire(client);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
