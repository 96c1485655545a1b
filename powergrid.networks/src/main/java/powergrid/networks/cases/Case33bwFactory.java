package powergrid.networks.cases;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the 33-bus feeder of Baran and Wu: radial at 12.66 kV, with five ties that are open.
 *
 * <p>Source: M. E. Baran, F. F. Wu, Network reconfiguration in distribution systems for loss
 * reduction and load balancing, IEEE Transactions on Power Delivery 4(2), 1989, by way of
 * pandapower 3.5.4. A tie is a line that ends at a bus of its own, behind an open switch.
 */
@Component(service = NetworkFactory.class)
@PluginType("case33bw")
@PluginHelp("33-bus feeder of Baran and Wu, 12.66 kV, balanced, with five open ties")
public final class Case33bwFactory implements NetworkFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Network create(NoFields configuration) {
    return new CaseTables("case33bw").network(Set.of("none"));
  }
}
