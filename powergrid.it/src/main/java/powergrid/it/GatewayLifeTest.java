package powergrid.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.common.service.ServiceAware;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;
import powergrid.api.gateway.Binding;
import powergrid.api.gateway.Gateway;
import powergrid.api.gateway.GatewayOptions;
import powergrid.api.gateway.GatewayServer;

/** The gateway in a real Felix, and what becomes of its servers when it goes. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class GatewayLifeTest {
  private static final String SCENARIO =
      "clock: {start: \\\"2023-01-15T00:00\\\", step: 1h, steps: 6}\\nname: served\\n"
          + "network: ieee13\\nmicrogrids:\\n  - id: MG1\\n    protocol: setpoint\\n"
          + "    devices: [{id: s1, type: storage, bus: \\\"671\\\", energyMwh: 1, pMaxMw: 1}]";

  @InjectBundleContext BundleContext context;
  @InjectService ServiceAware<Gateway> gateways;

  private static String ask(SocketChannel channel, String json) throws IOException {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(text.length).put((byte) 1).position(8).put(text).flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
    int length = fill(channel, 8).getInt();
    return StandardCharsets.UTF_8.decode(fill(channel, length)).toString();
  }

  private static ByteBuffer fill(SocketChannel channel, int bytes) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (into.hasRemaining()) {
      assertTrue(channel.read(into) >= 0, "the gateway is gone");
    }
    return into.flip();
  }

  @Test
  void aServerEndsWithTheGatewaysBundleAndClientsWithIt() throws Exception {
    GatewayServer server =
        gateways
            .waitForService(10_000)
            .listen(
                GatewayOptions.of(
                    new Binding.Unix(Optional.empty()), Path.of("").toAbsolutePath()));
    Path socket = ((UnixDomainSocketAddress) server.address()).getPath();
    Bundle bundle =
        Arrays.stream(context.getBundles())
            .filter(b -> b.getSymbolicName().equals("powergrid.gateway"))
            .findFirst()
            .orElseThrow();
    try (SocketChannel client = SocketChannel.open(server.address())) {
      String hello = ask(client, "{\"op\":\"hello\",\"protocol\":1}");
      assertTrue(hello.contains("PowerGrid Workbench 0.1.0"), hello);
      String schema = ask(client, "{\"op\":\"open\",\"scenario\":{\"text\":\"" + SCENARIO + "\"}}");
      assertTrue(schema.contains("\"id\":\"MG1\""), schema);
      ask(client, "{\"op\":\"reset\",\"seed\":1}");
      bundle.stop();
      assertEquals(-1, client.read(ByteBuffer.allocate(1)));
      assertTrue(Files.notExists(socket));
      assertEquals(0, gateways.size());
    } finally {
      bundle.start();
    }
    gateways.waitForService(10_000);
  }
}
