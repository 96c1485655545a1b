package powergrid.networks.matpower;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.networks.balanced.DataFile;

/**
 * Makes the network of a MATPOWER case: R. D. Zimmerman, C. E. Murillo-Sánchez, R. J. Thomas,
 * MATPOWER: Steady-State Operations, Planning, and Analysis Tools for Power Systems Research and
 * Education, IEEE Transactions on Power Systems 26(1), 2011; the format is in appendix B of its
 * User's Manual. What this reader does not know, it refuses by file and line.
 */
@Component(service = NetworkFactory.class)
@PluginType("matpower")
@PluginHelp("Network from a MATPOWER case file")
public final class MatpowerFactory implements NetworkFactory<Matpower> {
  @Override
  public Class<Matpower> configType() {
    return Matpower.class;
  }

  @Override
  public List<String> fileEndings() {
    return List.of(".m");
  }

  @Override
  public Network create(Matpower configuration) {
    DataFile file = new DataFile(configuration.path());
    return new CaseConversion(file, CaseReader.read(file)).network();
  }
}
