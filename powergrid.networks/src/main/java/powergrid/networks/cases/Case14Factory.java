package powergrid.networks.cases;

import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the IEEE 14-bus test case: part of the American Electric Power system in February 1962,
 * transmission, with generators that control voltage.
 *
 * <p>Source: Power Systems Test Case Archive, University of Washington, as MATPOWER's case14 and
 * pandapower 3.5.4 (BSD-3-Clause) give it; nominal voltages and coordinates are pandapower's. Buses
 * are numbered as published; lines have no ratings, and transformers of 9900 MVA none either.
 * Generators have no reactive limits.
 */
@Component(service = NetworkFactory.class)
@PluginType("case14")
@PluginHelp("IEEE 14-bus transmission test case")
public final class Case14Factory implements NetworkFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Network create(NoFields configuration) {
    return CaseTables.read("case14", row -> true);
  }
}
