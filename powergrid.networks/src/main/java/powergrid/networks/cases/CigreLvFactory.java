package powergrid.networks.cases;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the European low-voltage benchmark of CIGRE: a residential, an industrial and a commercial
 * feeder at 0.4 kV, each behind a transformer from 20 kV.
 *
 * <p>Source: CIGRE Task Force C6.04.02, Benchmark systems for network integration of renewable and
 * distributed energy resources, 2014, by way of pandapower 3.5.4, with balanced loads.
 */
@Component(service = NetworkFactory.class)
@PluginType("cigre-lv")
@PluginHelp("CIGRE European low-voltage benchmark: residential, industrial, commercial")
public final class CigreLvFactory implements NetworkFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Network create(NoFields configuration) {
    return new CaseTables("cigre-lv").network(Set.of("none"));
  }
}
