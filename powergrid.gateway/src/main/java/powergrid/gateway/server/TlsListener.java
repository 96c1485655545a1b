package powergrid.gateway.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import powergrid.gateway.wire.TlsWire;
import powergrid.gateway.wire.Wire;

/** TCP at any address, all of it over TLS. */
final class TlsListener implements Listener {
  private static final int BACKLOG = 50;

  private final ServerSocket socket;
  private final SSLSocketFactory tls;

  /**
   * Listens.
   *
   * @throws IllegalArgumentException if the keystore has no key, or is not opened by the password
   */
  TlsListener(InetAddress address, int port, Path keystore, Path password) throws IOException {
    tls = context(keystore, password).getSocketFactory();
    try {
      socket = new ServerSocket(port, BACKLOG, address);
    } catch (IOException e) {
      throw new IOException(
          address.getHostAddress() + " port " + port + " cannot be listened at: " + e.getMessage(),
          e);
    }
  }

  private static SSLContext context(Path keystore, Path password) throws IOException {
    OwnerOnly.requireFile(password, "the keystore's password file");
    OwnerOnly.requireFile(keystore, "the keystore");
    List<String> lines = Files.readAllLines(password, StandardCharsets.UTF_8);
    char[] secret = lines.isEmpty() ? new char[0] : lines.get(0).toCharArray();
    try (InputStream in = Files.newInputStream(keystore)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, secret);
      boolean key = false;
      for (String alias : java.util.Collections.list(store.aliases())) {
        key |= store.isKeyEntry(alias);
      }
      if (!key) {
        throw new IllegalArgumentException(
            "the keystore " + keystore + " has no key; put the server's key and certificate in it");
      }
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, secret);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "the keystore " + keystore + " cannot be used: " + e.getMessage(), e);
    } finally {
      Arrays.fill(secret, ' ');
    }
  }

  @Override
  public SocketAddress address() {
    return socket.getLocalSocketAddress();
  }

  @Override
  public Wire accept() throws IOException {
    Socket client = socket.accept();
    client.setTcpNoDelay(true);
    return new TlsWire(client, tls);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
