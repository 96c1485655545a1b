package powergrid.networks.cases;

import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the 33-bus radial feeder of Baran and Wu, balanced, at 12.66 kV, with its five tie lines
 * open: each ends at a bus of its own, behind a switch.
 *
 * <p>Source: M. E. Baran, F. F. Wu, Network reconfiguration in distribution systems for loss
 * reduction and load balancing, IEEE Transactions on Power Delivery 4(2), 1989, as MATPOWER's
 * case33bw and pandapower 3.5.4 (BSD-3-Clause) give it. Buses are numbered from 1, as in MATPOWER;
 * the paper's are one less. Coordinates are pandapower's, for drawing.
 */
@Component(service = NetworkFactory.class)
@PluginType("case33bw")
@PluginHelp("Baran and Wu's 33-bus feeder, 12.66 kV, with five open ties")
public final class Case33bwFactory implements NetworkFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Network create(NoFields configuration) {
    return CaseTables.read("case33bw", row -> true);
  }
}
