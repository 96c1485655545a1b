package powergrid.networks.pandapower;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.networks.balanced.DataFile;

/**
 * Makes the network of a file that pandapower wrote. Elements mean what they mean to pandapower's
 * power flow with its defaults and with voltage angles: L. Thurner et al., pandapower, an
 * open-source Python tool for convenient modeling, analysis, and optimization of electric power
 * systems, IEEE Transactions on Power Systems 33(6), 2018, and its documentation. What has no
 * counterpart is refused by name.
 */
@Component(service = NetworkFactory.class)
@PluginType("pandapower")
@PluginHelp("Network from a JSON file of pandapower")
public final class PandapowerFactory implements NetworkFactory<Pandapower> {
  @Override
  public Class<Pandapower> configType() {
    return Pandapower.class;
  }

  @Override
  public List<String> fileEndings() {
    return List.of(".json");
  }

  @Override
  public Network create(Pandapower configuration) {
    DataFile file = new DataFile(configuration.path());
    return new Conversion(file, PandapowerFile.read(file)).network();
  }
}
