package powergrid.gateway.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A TLS connection over TCP, whose handshake is part of the first read. */
public final class TlsWire implements Wire {
  private static final int CHUNK = 16 * 1024; // a TLS record's

  private final Socket tcp;
  private final SSLSocketFactory tls;
  private final byte[] read = new byte[CHUNK];
  private final byte[] written = new byte[CHUNK];

  /** Null until the first read. */
  private SSLSocket socket;

  /**
   * A wire.
   *
   * @param tcp accepted by a server
   * @param tls has the server's key
   */
  public TlsWire(Socket tcp, SSLSocketFactory tls) {
    this.tcp = tcp;
    this.tls = tls;
  }

  private SSLSocket socket() throws IOException {
    if (socket == null) {
      InetSocketAddress peer = (InetSocketAddress) tcp.getRemoteSocketAddress();
      socket = (SSLSocket) tls.createSocket(tcp, peer.getHostString(), peer.getPort(), true);
      socket.setUseClientMode(false);
    }
    return socket;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = socket().getInputStream().read(read, 0, Math.min(CHUNK, into.remaining()));
    if (count > 0) {
      into.put(read, 0, count);
    }
    return count;
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    while (from.hasRemaining()) {
      int count = Math.min(CHUNK, from.remaining());
      from.get(written, 0, count);
      socket().getOutputStream().write(written, 0, count);
    }
  }

  /** Closes all of it: TLS has no half that one side could end while the other reads. */
  @Override
  public void endInput() throws IOException {
    tcp.close();
  }

  @Override
  public void close() throws IOException {
    tcp.close();
  }
}
