package powergrid.devices.hvac;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes heating and cooling of buildings. */
@Component(service = DeviceFactory.class)
@PluginType("hvac")
@PluginHelp("heating and cooling of a building with two thermal masses and a comfort band")
public final class HvacFactory implements DeviceFactory<HvacSettings> {
  @Override
  public Class<HvacSettings> configType() {
    return HvacSettings.class;
  }

  @Override
  public Device create(HvacSettings configuration, DeviceContext context) {
    return new Hvac(configuration, context);
  }
}
