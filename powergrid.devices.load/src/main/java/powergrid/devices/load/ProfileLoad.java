package powergrid.devices.load;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.PowerFactor;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/** A load that follows a profile, fixed or curtailable, as the package describes it. */
final class ProfileLoad implements Device {
  /** The longest step of a clock, hours. */
  private static final double DAY = 24;

  private final double peakMw;
  private final double minShare;
  private final double lastWorth;
  private final double firstWorth;
  private final double mvarPerMw;
  private final Series profile;
  private final Terminal terminal;
  private final Variables.Real consumption;
  private final Variables.Real demandMw;
  private final Variables.Real unservedMwh;

  ProfileLoad(LoadSettings settings, DeviceContext context) {
    peakMw = settings.peakMw();
    minShare = settings.minShare();
    lastWorth = settings.lastMwhWorth();
    firstWorth = settings.referencePrice();
    mvarPerMw = PowerFactor.mvarPerMw(settings.powerFactor());
    profile = context.series(settings.profile());
    terminal = context.terminal();
    double most = peakMw * Math.max(0, profile.column().high());
    consumption =
        settings.mode() == LoadSettings.Mode.CURTAILABLE
            ? context.actions().real("consumption", "MW", 0, most, most, Visibility.OWNER)
            : null;
    Variables flexibility = context.feature("flexibility");
    demandMw = flexibility.real("demandMw", "MW", 0, most, 0, Visibility.PARENT);
    unservedMwh = flexibility.real("unservedMwh", "MWh", 0, DAY * most, 0, Visibility.PARENT);
  }

  @Override
  public void offer(double hours, Flexibility out) {
    double demand = demand(profile.known());
    if (consumption == null || demand == 0) {
      out.fix(0 - demand);
    } else {
      double slope = (lastWorth - firstWorth) / demand;
      out.set(-demand, 0 - minShare * demand, lastWorth, lastWorth, slope / 2);
    }
  }

  @Override
  public void request(double hours, double requestedMw) {
    if (consumption != null) {
      boolean all = requestedMw == 0 - demand(profile.known());
      consumption.set(all ? consumption.high() : -requestedMw);
    }
  }

  @Override
  public double intendedMw(double hours) {
    return consumption == null ? Double.NaN : 0 - served(demand(profile.known()));
  }

  @Override
  public boolean plan(Outlook outlook, Program program) {
    for (int k = 0; k < outlook.intervals(); k++) {
      double demand = demand(outlook.value(profile, k));
      program.inject(k, 0 - demand);
      if (consumption != null && demand > 0) {
        double hours = outlook.hours(k);
        int unserved = program.variable(0, (1 - minShare) * demand);
        program.inject(k, unserved, 1);
        program.cost(unserved, firstWorth * hours);
        program.squareCost(unserved, (lastWorth - firstWorth) / (2 * demand) * hours);
      }
    }
    return true;
  }

  @Override
  public void act(double hours) {
    double served = served(demand(profile.actual()));
    terminal.inject(0 - served, 0 - mvarPerMw * served);
  }

  @Override
  public void settle(Settlement step) {
    double demand = demand(profile.actual());
    double unserved = Math.max(0, demand + step.pMw()) * step.hours();
    demandMw.set(demand);
    unservedMwh.set(unserved);
    if (unserved > 0) {
      double share = unserved / (demand * step.hours());
      step.cost(unserved * (firstWorth + (lastWorth - firstWorth) * share / 2));
    }
  }

  private double demand(double perUnit) {
    return peakMw * Math.max(0, perUnit);
  }

  /** What is consumed of a demand, MW. */
  private double served(double demand) {
    if (consumption == null || consumption.get() >= consumption.high()) {
      return demand;
    }
    return Math.max(minShare * demand, Math.min(demand, consumption.get()));
  }
}
