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
 * Makes the IEEE 123-node test feeder: overhead and underground at 4.16 kV, with loads of every
 * model, four regulators and switches that can move load from one part to another.
 *
 * <p>Source: the 123-node document and spreadsheets of the IEEE PES distribution test feeders (W.
 * H. Kersting, Radial Distribution Test Feeders, IEEE PES Winter Meeting 2001). As in the published
 * solution, the substation is an ideal source of 1 pu at bus 150 and rated voltages are nominal.
 * RG1 to RG4 are the output buses of the regulators at 150, 9, 25 and 160; XF1 is between switch
 * 61–610 and transformer XFM-1. Switches have no impedance; the published solution gives them a
 * tiny one. Normally open switches that lead to nothing (250–251, 450–451, 300–350) are left out.
 * The section 610, behind a delta–delta transformer without load, has no reference to ground: only
 * its line-to-line voltages are defined.
 */
@Component(service = NetworkFactory.class)
@PluginType("ieee123")
@PluginHelp("IEEE 123-node test feeder, 4.16 kV, with four regulators and switches")
public final class Ieee123Factory implements NetworkFactory<Ieee123> {
  @Override
  public Class<Ieee123> configType() {
    return Ieee123.class;
  }

  @Override
  public Network create(Ieee123 configuration) {
    return new FeederTables("ieee123")
        .addTo(
            Network.builder("ieee123"),
            Map.of(
                "150-RG1", Taps.of(Phases.ABC, configuration.rg1()),
                "9-RG2", Taps.of(Phases.A, configuration.rg2()),
                "25-RG3", Taps.of(Phases.AC, configuration.rg3()),
                "160-RG4", Taps.of(Phases.ABC, configuration.rg4())),
            Set.copyOf(configuration.open()))
        .add(new Source("substation", "150", 1, 0))
        .build();
  }
}
