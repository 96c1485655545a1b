package powergrid.devices.ev;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes charging stations. */
@Component(service = DeviceFactory.class)
@PluginType("ev")
@PluginHelp("charging station with random arrivals, shared by least laxity, one way or both")
public final class EvFactory implements DeviceFactory<EvSettings> {
  @Override
  public Class<EvSettings> configType() {
    return EvSettings.class;
  }

  @Override
  public Device create(EvSettings configuration, DeviceContext context) {
    return new Station(configuration, context);
  }
}
