package powergrid.networks.cases;

import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the IEEE 118-bus test case: part of the American Electric Power system in December 1962,
 * transmission, with generators that control voltage.
 *
 * <p>Source: Power Systems Test Case Archive, University of Washington, as MATPOWER's case118 and
 * pandapower 3.5.4 (BSD-3-Clause) give it; nominal voltages and coordinates are pandapower's. Buses
 * are numbered as published; lines have no ratings, and transformers of 9900 MVA none either.
 * Generators have no reactive limits.
 *
 * <p>Where MATPOWER has four lines between 345, 161 and 138 kV (65-68, 81-68, 87-86, 116-68),
 * pandapower has transformers and takes the lines' charging for magnetising currents, of the
 * opposite sign. It is kept as pandapower has it, whose power flow is the reference.
 */
@Component(service = NetworkFactory.class)
@PluginType("case118")
@PluginHelp("IEEE 118-bus transmission test case")
public final class Case118Factory implements NetworkFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Network create(NoFields configuration) {
    return CaseTables.read("case118", row -> true);
  }
}
