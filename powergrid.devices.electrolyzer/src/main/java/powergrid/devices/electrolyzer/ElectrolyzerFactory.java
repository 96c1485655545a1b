package powergrid.devices.electrolyzer;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes electrolyzers. */
@Component(service = DeviceFactory.class)
@PluginType("electrolyzer")
@PluginHelp("electrolyzer with part-load efficiency, minimum load and a hydrogen store")
public final class ElectrolyzerFactory implements DeviceFactory<ElectrolyzerSettings> {
  @Override
  public Class<ElectrolyzerSettings> configType() {
    return ElectrolyzerSettings.class;
  }

  @Override
  public Device create(ElectrolyzerSettings configuration, DeviceContext context) {
    return new Electrolyzer(configuration, context);
  }
}
