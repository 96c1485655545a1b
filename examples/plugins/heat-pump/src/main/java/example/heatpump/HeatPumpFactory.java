package example.heatpump;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes heat pumps. */
@Component(service = DeviceFactory.class)
@PluginType("heat-pump")
@PluginHelp("air-source heat pump that keeps a building between two temperatures")
public final class HeatPumpFactory implements DeviceFactory<HeatPumpSettings> {
  @Override
  public Class<HeatPumpSettings> configType() {
    return HeatPumpSettings.class;
  }

  @Override
  public Device create(HeatPumpSettings configuration, DeviceContext context) {
    return new HeatPump(configuration, context);
  }
}
