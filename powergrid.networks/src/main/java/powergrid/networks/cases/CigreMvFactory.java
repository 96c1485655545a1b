package powergrid.networks.cases;

import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the European medium-voltage distribution network of CIGRE: two feeders at 20 kV behind a
 * 110/20 kV transformer each, balanced, with three open ties by which it can be meshed.
 *
 * <p>Source: CIGRE Task Force C6.04.02, Benchmark Systems for Network Integration of Renewable and
 * Distributed Energy Resources, Technical Brochure 575, 2014, as pandapower 3.5.4 (BSD-3-Clause)
 * gives it, coordinates and generation too: batteries charge with 0.6 and 0.2 MW. A tie's line ends
 * at a bus named like its open switch, so that its charging counts.
 */
@Component(service = NetworkFactory.class)
@PluginType("cigre-mv")
@PluginHelp("CIGRE European medium-voltage network, 20 kV, with or without distributed generation")
public final class CigreMvFactory implements NetworkFactory<CigreMv> {
  @Override
  public Class<CigreMv> configType() {
    return CigreMv.class;
  }

  @Override
  public Network create(CigreMv configuration) {
    return CaseTables.read("cigre-mv", row -> configuration.der().has(row.text("der")));
  }
}
