package powergrid.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import powergrid.api.gateway.Binding;
import powergrid.api.gateway.GatewayOptions;
import powergrid.api.gateway.GatewayServer;

/** Servers for tests, and patience with them. */
final class Served {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private Served() {}

  /** On a Unix-domain socket, without a token. */
  static GatewayServer unix(Workbench workbench) throws IOException {
    Binding own = new Binding.Unix(Optional.empty());
    return workbench.gateway().listen(GatewayOptions.of(own, directory()));
  }

  /** On a port of the loopback interface that is free, with a token. */
  static GatewayServer loopback(Workbench workbench, String token) throws IOException {
    return workbench
        .gateway()
        .listen(
            new GatewayOptions(
                new Binding.Loopback(0), Optional.empty(), Optional.of(token), 4, directory()));
  }

  static Path directory() {
    return Path.of("").toAbsolutePath();
  }

  /** Waits until something is so. */
  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within 20 s: " + what);
      }
      Thread.sleep(5);
    }
  }
}
