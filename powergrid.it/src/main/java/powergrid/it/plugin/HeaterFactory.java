package powergrid.it.plugin;

import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;
import powergrid.api.plugin.Field;

/**
 * A device with a configuration, an action and state, as a plug-in brings them; {@link PluginJar}
 * packs it, so it is no component of ours.
 */
public final class HeaterFactory implements DeviceFactory<HeaterFactory.Settings> {
  /** Called by Declarative Services. */
  public HeaterFactory() {}

  /**
   * The configuration.
   *
   * @param consumptionMw greatest consumption
   * @param fault what goes wrong: {@code none}; {@code create}, it cannot be made; {@code leave},
   *     its bundle is uninstalled in the middle of its second step
   */
  public record Settings(
      @Field(unit = "MW", min = 0, max = 1, value = "0.1") double consumptionMw,
      @Field(value = "none") String fault) {}

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Device create(Settings settings, DeviceContext context) {
    if (settings.fault().equals("create")) {
      throw new IllegalStateException("no heat today");
    }
    return new Heater(settings, context);
  }

  private static final class Heater implements Device {
    private final Terminal terminal;
    private final Variables.Real p;
    private final Variables.Real heat;
    private final boolean leaves;
    private int acts;

    Heater(Settings settings, DeviceContext context) {
      terminal = context.terminal();
      leaves = settings.fault().equals("leave");
      double max = settings.consumptionMw();
      p = context.actions().real("p", "MW", -max, 0, 0, Visibility.OWNER);
      heat = context.feature("thermal").real("heatMwh", "MWh", 0, 1e6, 0, Visibility.PARENT);
    }

    @Override
    public void request(double hours, double pMw) {
      p.set(pMw);
    }

    @Override
    public void act(double hours) {
      terminal.inject(p.get(), 0);
      // the first time is at reset
      if (leaves && ++acts == 3) {
        leave();
      }
    }

    @Override
    public void settle(Settlement step) {
      heat.add(-step.pMw() * step.hours());
      if (acts == 3) {
        step.cost(new Bill(10).usd());
      }
    }
  }

  private static void leave() {
    try {
      FrameworkUtil.getBundle(HeaterFactory.class).uninstall();
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Used for the first time when the bundle is gone, and so never loaded. */
  private record Bill(double usd) {}
}
