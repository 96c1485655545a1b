package powergrid.devices.wind;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes wind units. */
@Component(service = DeviceFactory.class)
@PluginType("wind")
@PluginHelp("wind unit with a power curve, hub height, cut-out and curtailment")
public final class WindFactory implements DeviceFactory<WindSettings> {
  @Override
  public Class<WindSettings> configType() {
    return WindSettings.class;
  }

  @Override
  public Device create(WindSettings configuration, DeviceContext context) {
    return new Wind(configuration, context);
  }
}
