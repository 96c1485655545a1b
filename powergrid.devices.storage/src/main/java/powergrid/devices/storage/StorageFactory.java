package powergrid.devices.storage;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes batteries. */
@Component(service = DeviceFactory.class)
@PluginType("storage")
@PluginHelp("battery with efficiencies, energy limits, degradation, inverter and price look-ahead")
public final class StorageFactory implements DeviceFactory<StorageSettings> {
  @Override
  public Class<StorageSettings> configType() {
    return StorageSettings.class;
  }

  @Override
  public Device create(StorageSettings configuration, DeviceContext context) {
    return new Storage(configuration, context);
  }
}
