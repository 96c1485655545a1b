package powergrid.devices.generator;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes generators. */
@Component(service = DeviceFactory.class)
@PluginType("generator")
@PluginHelp("dispatchable unit with cost, commitment, ramps, capability curve, fuel and emissions")
public final class GeneratorFactory implements DeviceFactory<GeneratorSettings> {
  @Override
  public Class<GeneratorSettings> configType() {
    return GeneratorSettings.class;
  }

  @Override
  public Device create(GeneratorSettings configuration, DeviceContext context) {
    return new Generator(configuration, context);
  }
}
