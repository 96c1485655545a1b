package powergrid.devices.grid;

import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Settlement;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

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

  /** Adds the charge on what the peak rises by: no window's mean is to be above it. */
  void plan(Outlook outlook, Program program) {
    int rise = program.variable(0, MOST_MW);
    program.bill(rise, usdPerMw);
    double hours = elapsedHours.get();
    double mwh = importedMwh.get();
    int first = 0;
    for (int k = 0; k < outlook.intervals(); k++) {
      hours += outlook.hours(k);
      if (hours >= windowHours - NEARLY) {
        window(outlook, program, first, k, mwh, hours, rise);
        first = k + 1;
        hours = 0;
        mwh = 0;
      }
    }
  }

  private void window(
      Outlook outlook,
      Program program,
      int first,
      int last,
      double mwhBefore,
      double hours,
      int rise) {
    int n = last - first + 1;
    int[] variables = new int[n + 1];
    double[] factors = new double[n + 1];
    for (int i = 0; i < n; i++) {
      int k = first + i;
      variables[i] = program.variable(0, MOST_MW); // not below 0, nor below what is drawn
      factors[i] = outlook.hours(k) / hours;
      program.constrain(
          0,
          Double.POSITIVE_INFINITY,
          new int[] {variables[i], program.drawn(k)},
          new double[] {1, -1});
    }
    variables[n] = rise;
    factors[n] = -1;
    double most = peakMw.get() - mwhBefore / hours;
    program.constrain(Double.NEGATIVE_INFINITY, most, variables, factors);
  }
}
