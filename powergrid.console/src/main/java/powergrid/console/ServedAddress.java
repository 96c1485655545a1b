package powergrid.console;

import java.io.StringWriter;
import java.net.InetSocketAddress;
import powergrid.api.gateway.Gateway;
import powergrid.api.gateway.GatewayServer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Where a server is, for the process that started it to read. */
final class ServedAddress {
  private final GatewayServer server;

  ServedAddress(GatewayServer server) {
    this.server = server;
  }

  /** An object on one line. */
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeNumberProperty("protocol", Gateway.PROTOCOL);
      if (server.address() instanceof InetSocketAddress tcp) {
        json.writeStringProperty("transport", "tcp");
        json.writeStringProperty("host", tcp.getAddress().getHostAddress());
        json.writeNumberProperty("port", tcp.getPort());
        json.writeBooleanProperty("tls", server.overTls());
      } else {
        json.writeStringProperty("transport", "unix");
        json.writeStringProperty("path", server.address().toString());
      }
      json.writeBooleanProperty("token", server.asksForToken());
      server.tokenFile().ifPresent(f -> json.writeStringProperty("tokenFile", f.toString()));
      json.writeNumberProperty("pid", ProcessHandle.current().pid());
      json.writeEndObject();
    }
    return text.toString();
  }
}
