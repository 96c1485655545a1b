package powergrid.devices.grid;

import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Settlement;

/** A grid connection as the package describes it. */
final class Grid implements Device {
  private final GridSettings settings;
  private final Series price;

  Grid(GridSettings settings, DeviceContext context) {
    this.settings = settings;
    price = context.series(settings.price());
    context.terminal().meterSource();
  }

  @Override
  public void act(double hours) {}

  @Override
  public void settle(Settlement step) {
    double power = step.pMw();
    double hours = step.hours();
    double factor = power < 0 ? settings.sellFactor() : 1;
    step.cost(power * factor * price.actual() * hours);
    double limit = power < 0 ? settings.exportMaxMw() : settings.importMaxMw();
    double excess = Math.abs(power) - limit;
    if (excess > 0) {
      step.violation(excess / limit * hours);
    }
  }
}
