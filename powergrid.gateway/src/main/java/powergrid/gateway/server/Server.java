package powergrid.gateway.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import powergrid.api.gateway.GatewayServer;
import powergrid.gateway.session.Services;
import powergrid.gateway.wire.Code;
import powergrid.gateway.wire.Refusal;
import powergrid.gateway.wire.Wire;

/** Lets clients in, each onto a thread of its own, and watches that none keeps it waiting. */
public final class Server implements GatewayServer {
  private static final System.Logger LOG = System.getLogger("powergrid.gateway");
  private static final long PATIENCE_MILLIS = 5_000;
  private static final long RETRY_MILLIS = 100;
  private static final long WATCH_MILLIS = 500;

  private final Listener listener;
  private final Optional<Token> token;
  private final int most;
  private final Services services;
  private final String version;

  /** What was made in the file system, in the order in which it is removed. */
  private final List<Path> made;

  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  /** Clients that are being told that there are too many. */
  private final Set<Connection> refused = ConcurrentHashMap.newKeySet();

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Thread door;
  private final Thread watch;
  private volatile boolean closed;

  Server(
      Listener listener,
      Optional<Token> token,
      int most,
      Services services,
      String version,
      List<Path> made) {
    this.listener = listener;
    this.token = token;
    this.most = most;
    this.services = services;
    this.version = version;
    this.made = List.copyOf(made);
    door = thread(this::letIn, "door");
    door.start();
    watch = thread(this::hurry, "watch");
    watch.start();
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, "powergrid gateway " + name);
    thread.setDaemon(true);
    return thread;
  }

  private void hurry() {
    while (!closed) {
      pause(WATCH_MILLIS);
      long now = System.nanoTime();
      connections.forEach(connection -> connection.hurry(now));
      refused.forEach(connection -> connection.hurry(now));
    }
  }

  private void letIn() {
    while (!closed) {
      try {
        admit(listener.accept());
      } catch (IOException e) {
        if (!closed) {
          LOG.log(Level.WARNING, "a client could not be let in: {0}", e.getMessage());
          pause(RETRY_MILLIS); // too many open files, say, need time to become fewer
        }
      }
    }
  }

  /** Waits, or until it is closed. */
  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void admit(Wire wire) throws IOException {
    Connection connection = new Connection(wire, token, services, version);
    if (connections.size() < most) {
      start(connection, connections, connection::serve);
    } else if (refused.size() < most) {
      String full = most + " clients are connected, as many as there may be";
      start(connection, refused, () -> connection.refuse(new Refusal(Code.BUSY, full)));
    } else {
      wire.close();
    }
  }

  private void start(Connection connection, Set<Connection> among, Runnable task) {
    among.add(connection);
    Runnable whole =
        () -> {
          try {
            task.run();
          } finally {
            among.remove(connection);
            threads.remove(Thread.currentThread());
          }
        };
    Thread thread = thread(whole, String.valueOf(numbers.incrementAndGet()));
    threads.add(thread);
    thread.start();
    if (closed) {
      connection.cut();
    }
  }

  @Override
  public SocketAddress address() {
    return listener.address();
  }

  @Override
  public boolean overTls() {
    return listener instanceof TlsListener;
  }

  @Override
  public boolean asksForToken() {
    return token.isPresent();
  }

  @Override
  public Optional<Path> tokenFile() {
    return token.flatMap(Token::file);
  }

  @Override
  public int clients() {
    return connections.size();
  }

  /**
   * Whether it no longer listens.
   *
   * @return true for good
   */
  public boolean closed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    watch.interrupt();
    try {
      listener.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the gateway does not close: {0}", e.getMessage());
    }
    connections.forEach(Connection::cut);
    refused.forEach(Connection::cut);
    await();
    for (Path path : made) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        LOG.log(Level.WARNING, "{0} stays behind: {1}", path, e.getMessage());
      }
    }
  }

  /** Waits until the environments are freed, as long as their steps may take. */
  private void await() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      door.join(PATIENCE_MILLIS);
      for (Thread thread : threads) {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!threads.isEmpty()) {
      LOG.log(Level.WARNING, "{0} clients are still within a step", threads.size());
    }
  }
}
