package powergrid.networks.cases;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the IEEE 118-bus system: a part of the transmission system of the American Electric Power
 * Company in December 1962, with 53 generators that control voltage.
 *
 * <p>Source: the power systems test case archive of the University of Washington, by way of
 * MATPOWER's case118 and pandapower 3.5.4, from which the numbers are.
 */
@Component(service = NetworkFactory.class)
@PluginType("case118")
@PluginHelp("IEEE 118-bus system, transmission, balanced")
public final class Case118Factory implements NetworkFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Network create(NoFields configuration) {
    return new CaseTables("case118").network(Set.of("none"));
  }
}
