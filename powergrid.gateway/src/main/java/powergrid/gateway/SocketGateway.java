package powergrid.gateway;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import powergrid.api.drawing.NetworkDrawing;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.gateway.Gateway;
import powergrid.api.gateway.GatewayOptions;
import powergrid.api.gateway.GatewayServer;
import powergrid.api.scenario.ScenarioReader;
import powergrid.gateway.server.Opener;
import powergrid.gateway.server.Server;
import powergrid.gateway.session.Services;

/** The gateway: servers that end with the service. */
@Component
public final class SocketGateway implements Gateway {
  private final ScenarioReader reader;
  private final EnvironmentFactory environments;
  private final NetworkDrawing drawing;
  private final String version;
  private final Set<Server> servers = ConcurrentHashMap.newKeySet();

  /**
   * Wired by Declarative Services.
   *
   * @param context says which version this is
   * @param reader of scenarios
   * @param environments made from them
   * @param drawing of networks
   */
  @Activate
  public SocketGateway(
      BundleContext context,
      @Reference ScenarioReader reader,
      @Reference EnvironmentFactory environments,
      @Reference NetworkDrawing drawing) {
    this(context.getBundle().getVersion().toString(), reader, environments, drawing);
  }

  private SocketGateway(
      String version,
      ScenarioReader reader,
      EnvironmentFactory environments,
      NetworkDrawing drawing) {
    this.version = version;
    this.reader = reader;
    this.environments = environments;
    this.drawing = drawing;
  }

  /**
   * Wired by hand, without a framework. Not a constructor: Declarative Services finds its own by
   * the number of arguments alone.
   *
   * @param reader of scenarios
   * @param environments made from them
   * @param drawing of networks
   * @return a gateway to these environments
   */
  public static SocketGateway of(
      ScenarioReader reader, EnvironmentFactory environments, NetworkDrawing drawing) {
    return new SocketGateway("without a framework", reader, environments, drawing);
  }

  @Override
  public GatewayServer listen(GatewayOptions options) throws IOException {
    servers.removeIf(Server::closed);
    Services services = new Services(reader, environments, drawing, options.directory());
    Server server = Opener.open(options, services, version);
    servers.add(server);
    return server;
  }

  @Deactivate
  void close() {
    servers.forEach(Server::close);
    servers.clear();
  }
}
