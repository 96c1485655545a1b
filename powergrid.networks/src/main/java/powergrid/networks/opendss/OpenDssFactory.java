package powergrid.networks.opendss;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * Makes the network that an OpenDSS script describes, as a snapshot: what is there when the script
 * ends. Elements mean what they mean to OpenDSS (R. C. Dugan, Reference Guide: The Open
 * Distribution System Simulator, EPRI); what this reader does not know, it refuses by file and
 * line.
 */
@Component(service = NetworkFactory.class)
@PluginType("opendss")
@PluginHelp("Network from an OpenDSS script")
public final class OpenDssFactory implements NetworkFactory<OpenDss> {
  @Override
  public Class<OpenDss> configType() {
    return OpenDss.class;
  }

  @Override
  public List<String> fileEndings() {
    return List.of(".dss");
  }

  @Override
  public Network create(OpenDss configuration) {
    Script script = new Script();
    script.run(configuration.path());
    return new Conversion(script.circuit()).network();
  }
}
