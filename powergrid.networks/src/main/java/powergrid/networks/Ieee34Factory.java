package powergrid.networks;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the IEEE 34-node test feeder: an actual feeder in Arizona, long, lightly loaded and
 * unbalanced, at 24.9 kV, with two regulators in line and a section at 4.16 kV.
 *
 * <p>Source: the 34-node document and spreadsheets of the IEEE PES distribution test feeders (W. H.
 * Kersting, Radial Distribution Test Feeders, IEEE PES Winter Meeting 2001). As in the published
 * solution, the substation is an ideal source of 1.05 pu at bus 800, rated voltages are nominal,
 * line 858–864 is on phase a, and a load distributed along a line is put half at each of its ends.
 * RG10 and RG11 are the output buses of the regulators at 814 and 852; what the document calls XF10
 * is bus 888.
 */
@Component(service = NetworkFactory.class)
@PluginType("ieee34")
@PluginHelp("IEEE 34-node test feeder, 24.9 kV, long, with single-phase laterals")
public final class Ieee34Factory implements NetworkFactory<Ieee34> {
  @Override
  public Class<Ieee34> configType() {
    return Ieee34.class;
  }

  @Override
  public Network create(Ieee34 configuration) {
    return new FeederTables("ieee34")
        .addTo(
            Network.builder("ieee34"),
            Map.of(
                "814-RG10", Taps.of(Phases.ABC, configuration.rg10()),
                "852-RG11", Taps.of(Phases.ABC, configuration.rg11())),
            Set.of())
        .add(new Source("substation", "800", 1.05, 0))
        .build();
  }
}
