package powergrid.devices.capacitor;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes switched capacitors. */
@Component(service = DeviceFactory.class)
@PluginType("capacitor")
@PluginHelp("switched capacitor, of the network or a bank of its own, with wear and lockout")
public final class CapacitorFactory implements DeviceFactory<CapacitorSettings> {
  @Override
  public Class<CapacitorSettings> configType() {
    return CapacitorSettings.class;
  }

  @Override
  public Device create(CapacitorSettings configuration, DeviceContext context) {
    return new Capacitor(configuration, context);
  }
}
