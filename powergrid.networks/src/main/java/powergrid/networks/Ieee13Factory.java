package powergrid.networks;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the IEEE 13-node test feeder: short, heavily loaded, unbalanced, at 4.16 kV.
 *
 * <p>Source: W. H. Kersting, Radial Distribution Test Feeders, Distribution System Analysis
 * Subcommittee report, IEEE PES Winter Meeting 2001 (first in IEEE Transactions on Power Systems
 * 6(3), 1991), and the 13-node document of the IEEE PES distribution test feeders for impedances
 * and susceptances a mile. As in the published solution, the substation is an ideal source of 1 pu
 * at bus 650, rated voltages are nominal, and the load distributed along 632–671 is put half at
 * each end. Line 692–675 is as first published (configuration 606), not as corrected later
 * elsewhere.
 */
@Component(service = NetworkFactory.class)
@PluginType("ieee13")
@PluginHelp("IEEE 13-node test feeder, 4.16 kV, three-phase unbalanced")
public final class Ieee13Factory implements NetworkFactory<Ieee13> {
  @Override
  public Class<Ieee13> configType() {
    return Ieee13.class;
  }

  @Override
  public Network create(Ieee13 configuration) {
    PhaseValues taps = Taps.of(Phases.ABC, configuration.taps());
    return new FeederTables("ieee13")
        .addTo(Network.builder("ieee13"), Map.of("650-RG60", taps), Set.of())
        .add(new Source("substation", "650", 1, 0))
        .build();
  }
}
