package powergrid.devices.wind;

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

/** A wind unit as the package describes it. */
final class Wind implements Device {
  private final double pMaxMw;
  private final PowerCurve curve;
  private final Series windSpeed;
  private final Variables.Real pLimit;
  private final Inverter inverter;
  private final Variables.Real availableMw;

  Wind(WindSettings settings, DeviceContext context) {
    pMaxMw = settings.pMaxMw();
    curve = settings.curve();
    windSpeed = context.series(settings.windSpeed());
    pLimit = context.actions().real("pLimit", "MW", 0, pMaxMw, pMaxMw, Visibility.OWNER);
    inverter = new Inverter(settings.inverter(), pMaxMw, context);
    availableMw = context.feature("wind").real("availableMw", "MW", 0, pMaxMw, 0, Visibility.OWNER);
  }

  @Override
  public void offer(double hours, Flexibility out) {
    out.set(0, available(windSpeed.known()), 0, 0, 0);
  }

  @Override
  public void request(double hours, double requestedMw) {
    pLimit.set(requestedMw == available(windSpeed.known()) ? pMaxMw : requestedMw);
  }

  @Override
  public double intendedMw(double hours) {
    return Math.min(pLimit.get(), available(windSpeed.known()));
  }

  @Override
  public boolean plan(Outlook outlook, Program program) {
    for (int k = 0; k < outlook.intervals(); k++) {
      double available = available(outlook.value(windSpeed, k));
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
    availableMw.set(available(windSpeed.actual()));
    inverter.inject(Math.min(pLimit.get(), availableMw.get()));
  }

  @Override
  public void settle(Settlement step) {
    step.curtailed(Math.max(0, availableMw.get() - step.pMw()) * step.hours());
  }

  private double available(double speed) {
    return inverter.limited(Math.min(pMaxMw, curve.mw(speed)));
  }
}
