package powergrid.devices.solar;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes photovoltaic plants. */
@Component(service = DeviceFactory.class)
@PluginType("solar")
@PluginHelp("photovoltaic plant with tilt, temperature, inverter clipping and curtailment")
public final class SolarFactory implements DeviceFactory<SolarSettings> {
  @Override
  public Class<SolarSettings> configType() {
    return SolarSettings.class;
  }

  @Override
  public Device create(SolarSettings configuration, DeviceContext context) {
    return new Solar(configuration, context);
  }
}
