package powergrid.devices.grid;

import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Settlement;

/** A grid connection as the package describes it. */
final class Grid implements Device {
  private final GridSettings settings;
  private final Series price;
  private final Variables.Real importMw;
  private final Variables.Real importMvar;

  Grid(GridSettings settings, DeviceContext context) {
    this.settings = settings;
    price = context.series(settings.price());
    context.terminal().meterSource();
    Variables electrical = context.feature("electrical");
    importMw = unbounded(electrical, "importMw", "MW");
    importMvar = unbounded(electrical, "importMvar", "MVAr");
  }

  private static Variables.Real unbounded(Variables feature, String name, String unit) {
    return feature.real(
        name, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, Visibility.OWNER);
  }

  @Override
  public void act(double hours) {}

  @Override
  public void settle(Settlement step) {
    double power = step.pMw();
    double hours = step.hours();
    importMw.set(power);
    importMvar.set(step.qMvar());
    double factor = power < 0 ? settings.sellFactor() : 1;
    step.cost(power * factor * price.actual() * hours);
    double limit = power < 0 ? settings.exportMaxMw() : settings.importMaxMw();
    double excess = Math.abs(power) - limit;
    if (excess > 0) {
      step.violation(excess / limit * hours);
    }
  }
}
