package powergrid.devices.grid;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes grid connections. */
@Component(service = DeviceFactory.class)
@PluginType("grid")
@PluginHelp(
    "connection to the upstream grid, metered or scheduled, with prices and a demand charge")
public final class GridFactory implements DeviceFactory<GridSettings> {
  @Override
  public Class<GridSettings> configType() {
    return GridSettings.class;
  }

  @Override
  public Device create(GridSettings configuration, DeviceContext context) {
    return new Grid(configuration, context);
  }
}
