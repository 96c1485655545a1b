package powergrid.networks.cases;

import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the European low-voltage distribution network of CIGRE: a residential, an industrial and a
 * commercial feeder, each behind a 20/0.4 kV transformer of its own, balanced.
 *
 * <p>Source: CIGRE Task Force C6.04.02, Benchmark Systems for Network Integration of Renewable and
 * Distributed Energy Resources, Technical Brochure 575, 2014, as pandapower 3.5.4 (BSD-3-Clause)
 * gives it, coordinates too. Ampacities are unknown: pandapower puts 1 kA for every line.
 */
@Component(service = NetworkFactory.class)
@PluginType("cigre-lv")
@PluginHelp("CIGRE European low-voltage network: residential, industrial, commercial feeder")
public final class CigreLvFactory implements NetworkFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Network create(NoFields configuration) {
    return CaseTables.read("cigre-lv", row -> true);
  }
}
