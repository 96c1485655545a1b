package powergrid.devices.solar;

import java.util.Set;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Inverter;
import powergrid.api.device.Polyline;
import powergrid.api.device.Settlement;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/** A photovoltaic plant as the package describes it. */
final class Solar implements Device {
  private final double pMaxMw;
  private final Modules modules;
  private final PlaneIrradiance irradiance;
  private final Series temperature;
  private final Variables.Real pLimit;
  private final Inverter inverter;
  private final Variables.Real availableMw;

  Solar(SolarSettings settings, DeviceContext context) {
    pMaxMw = settings.pMaxMw();
    modules = new Modules(settings);
    irradiance = new PlaneIrradiance(settings, context);
    temperature = settings.derated() ? context.series(settings.temperature()) : null;
    pLimit = context.actions().real("pLimit", "MW", 0, pMaxMw, pMaxMw, Visibility.OWNER);
    inverter = new Inverter(settings.inverter(), pMaxMw, context);
    availableMw =
        context.feature("solar").real("availableMw", "MW", 0, pMaxMw, 0, Visibility.OWNER);
  }

  @Override
  public void offer(double hours, Flexibility out) {
    out.set(0, known(), 0, 0, 0);
  }

  @Override
  public void request(double hours, double requestedMw) {
    pLimit.set(requestedMw == known() ? pMaxMw : requestedMw);
  }

  @Override
  public double intendedMw(double hours) {
    return Math.min(pLimit.get(), known());
  }

  @Override
  public boolean plan(Outlook outlook, Program program) {
    for (int k = 0; k < outlook.intervals(); k++) {
      double airC = temperature == null ? 0 : outlook.value(temperature, k);
      double available = clipped(modules.mw(irradiance.planned(outlook, k), airC));
      program.inject(k, program.variable(0, available), 1);
    }
    return true;
  }

  @Override
  public Set<Characteristic> follows() {
    return inverter.follows();
  }

  @Override
  public void follow(Characteristic characteristic, Polyline curve) {
    inverter.follow(characteristic, curve);
  }

  @Override
  public void act(double hours) {
    double airC = temperature == null ? 0 : temperature.actual();
    double available = clipped(modules.mw(irradiance.actual(), airC));
    availableMw.set(available);
    inverter.inject(Math.min(pLimit.get(), available));
  }

  @Override
  public void settle(Settlement step) {
    step.curtailed(Math.max(0, availableMw.get() - step.pMw()) * step.hours());
  }

  /** What the last sun known would give. */
  private double known() {
    double airC = temperature == null ? 0 : temperature.known();
    return clipped(modules.mw(irradiance.known(), airC));
  }

  private double clipped(double mw) {
    return inverter.limited(Math.max(0, Math.min(pMaxMw, mw)));
  }
}
