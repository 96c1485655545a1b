package powergrid.devices.tapchanger;

import org.osgi.service.component.annotations.Component;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes tap changers. */
@Component(service = DeviceFactory.class)
@PluginType("tapchanger")
@PluginHelp("taps of a voltage regulator of the network, step by step or by position, with wear")
public final class TapChangerFactory implements DeviceFactory<TapChangerSettings> {
  @Override
  public Class<TapChangerSettings> configType() {
    return TapChangerSettings.class;
  }

  @Override
  public Device create(TapChangerSettings configuration, DeviceContext context) {
    return new TapChanger(configuration, context);
  }
}
