package powergrid.devices.load;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes loads. */
@Component(service = DeviceFactory.class)
@PluginType("load")
@PluginHelp("demand that is fixed, curtailable at a comfort cost, or a block that can be shifted")
public final class LoadFactory implements DeviceFactory<LoadSettings> {
  @Override
  public Class<LoadSettings> configType() {
    return LoadSettings.class;
  }

  @Override
  public Device create(LoadSettings configuration, DeviceContext context) {
    return configuration.mode() == LoadSettings.Mode.SHIFTABLE
        ? new ShiftableLoad(configuration, context)
        : new ProfileLoad(configuration, context);
  }
}
