package powergrid.devices.solar;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;

/** A photovoltaic plant as the package describes it. */
final class Solar implements Device {
  private final double pMaxMw;
  private final double mwPerIrradiance;
  private final Series irradiance;
  private final Terminal terminal;
  private final Variables.Real pLimit;

  Solar(SolarSettings settings, DeviceContext context) {
    pMaxMw = settings.pMaxMw();
    mwPerIrradiance = settings.mwPerIrradiance();
    irradiance = context.series(settings.irradiance());
    terminal = context.terminal();
    pLimit = context.actions().real("pLimit", "MW", 0, pMaxMw, pMaxMw, Visibility.OWNER);
  }

  @Override
  public void offer(double hours, Flexibility out) {
    out.set(0, available(irradiance.known()), 0, 0, 0);
  }

  @Override
  public void request(double hours, double requestedMw) {
    pLimit.set(requestedMw == available(irradiance.known()) ? pMaxMw : requestedMw);
  }

  @Override
  public double intendedMw(double hours) {
    return Math.min(pLimit.get(), available(irradiance.known()));
  }

  @Override
  public void act(double hours) {
    terminal.inject(Math.min(pLimit.get(), available(irradiance.actual())), 0);
  }

  @Override
  public void settle(Settlement step) {
    step.curtailed(Math.max(0, available(irradiance.actual()) - step.pMw()) * step.hours());
  }

  private double available(double wattsPerSquareMetre) {
    return Math.max(0, Math.min(pMaxMw, mwPerIrradiance * wattsPerSquareMetre));
  }
}
