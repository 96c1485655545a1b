package powergrid.networks.cases;

import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the European medium-voltage benchmark of CIGRE: two feeders at 20 kV behind transformers
 * from 110 kV, with switches between them that are open, S1 left out as it is closed.
 *
 * <p>Source: CIGRE Task Force C6.04.02, Benchmark systems for network integration of renewable and
 * distributed energy resources, 2014, by way of pandapower 3.5.4, its sets of distributed energy
 * resources included. A line with an open switch ends at a bus of its own.
 */
@Component(service = NetworkFactory.class)
@PluginType("cigre-mv")
@PluginHelp("CIGRE European medium-voltage benchmark, 20 kV, balanced")
public final class CigreMvFactory implements NetworkFactory<CigreMv> {
  @Override
  public Class<CigreMv> configType() {
    return CigreMv.class;
  }

  @Override
  public Network create(CigreMv configuration) {
    return new CaseTables("cigre-mv")
        .network(Set.of(configuration.der().name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
