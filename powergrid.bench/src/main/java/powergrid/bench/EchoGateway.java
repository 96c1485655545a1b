package powergrid.bench;

import java.nio.file.Path;
import java.util.Optional;
import powergrid.api.gateway.Binding;
import powergrid.api.gateway.GatewayOptions;
import powergrid.api.gateway.GatewayServer;
import powergrid.drawing.SvgNetworkDrawing;
import powergrid.gateway.SocketGateway;

/**
 * A gateway to an {@link EchoGame}, for clients in other languages to measure their round trips
 * with: {@code java -cp benchmarks.jar powergrid.bench.EchoGateway SOCKET}. Ends with its standard
 * input.
 */
public final class EchoGateway {
  private EchoGateway() {}

  /**
   * Serves.
   *
   * @param args the socket's path
   * @throws Exception if it cannot
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      System.err.println("write EchoGateway SOCKET, a path in a directory of mode 0700");
      System.exit(2);
    }
    try (GatewayServer server = listen(Optional.of(Path.of(args[0])))) {
      System.out.println(server.address());
      while (System.in.read() >= 0) {
        // until whoever started this is gone
      }
    }
  }

  static GatewayServer listen(Optional<Path> socket) throws Exception {
    return SocketGateway.of(
            new ClassPathWorkbench().reader(), new EchoEnvironments(), new SvgNetworkDrawing())
        .listen(GatewayOptions.of(new Binding.Unix(socket), Path.of("").toAbsolutePath()));
  }
}
