package powergrid.networks.cases;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the IEEE 14-bus system: a part of the transmission system of the American Electric Power
 * Company in February 1962, with five generators that control voltage.
 *
 * <p>Source: the power systems test case archive of the University of Washington, by way of
 * MATPOWER's case14 and pandapower 3.5.4, from which the numbers are, nominal voltages included.
 */
@Component(service = NetworkFactory.class)
@PluginType("case14")
@PluginHelp("IEEE 14-bus system, transmission, balanced")
public final class Case14Factory implements NetworkFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Network create(NoFields configuration) {
    return new CaseTables("case14").network(Set.of("none"));
  }
}
