package powergrid.devices.grid;

import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Settlement;

/** A charge on the greatest mean import over a window, booked as that grows. */
final class DemandCharge {
  /** Beyond any feeder's import. */
  private static final double MOST_MW = 1e4;

  /** Steps that are no finite binary fraction of an hour add up to nearly a window. */
  private static final double NEARLY = 1e-9;

  private final double usdPerMw;
  private final double windowHours;
  private final Variables.Real peakMw;
  private final Variables.Real importedMwh;
  private final Variables.Real elapsedHours;

  DemandCharge(GridSettings settings, Variables economics) {
    usdPerMw = settings.demandCharge();
    windowHours = settings.demandHours();
    double most = MOST_MW * Math.max(1, windowHours);
    peakMw = economics.real("peakMw", "MW", 0, MOST_MW, 0, Visibility.PARENT);
    importedMwh = economics.real("windowMwh", "MWh", 0, most, 0, Visibility.OWNER);
    elapsedHours = economics.real("windowHours", "h", 0, windowHours, 0, Visibility.OWNER);
  }

  void count(Settlement step) {
    double hours = elapsedHours.get() + step.hours();
    double mwh = importedMwh.get() + Math.max(0, step.pMw()) * step.hours();
    if (hours < windowHours - NEARLY) {
      elapsedHours.set(hours);
      importedMwh.set(mwh);
      return;
    }
    double before = peakMw.get();
    peakMw.set(Math.max(before, mwh / hours));
    step.bill(usdPerMw * (peakMw.get() - before));
    elapsedHours.set(0);
    importedMwh.set(0);
  }
}
