package powergrid.devices.grid;

import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Settlement;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/** A grid connection as the package describes it. */
final class Grid implements Device {
  private final GridSettings settings;
  private final Series price;
  private final Variables.Real exchange;
  private final DemandCharge demand;

  Grid(GridSettings settings, DeviceContext context) {
    this.settings = settings;
    price = context.series(settings.price());
    exchange =
        settings.mode() == GridSettings.Mode.SCHEDULED
            ? context
                .actions()
                .real(
                    "exchange",
                    "MW",
                    -settings.exportMaxMw(),
                    settings.importMaxMw(),
                    0,
                    Visibility.OWNER)
            : null;
    demand =
        settings.demandCharge() > 0
            ? new DemandCharge(settings, context.feature("economics"))
            : null;
    context.terminal().meterSource();
  }

  /**
   * A schedule is planned as if it were kept: with prices that are not negative, no other one costs
   * less. A plan cannot earn by importing and exporting at once; a bound says so instead.
   */
  @Override
  public boolean plan(Outlook outlook, Program program) {
    for (int k = 0; k < outlook.intervals(); k++) {
      double buy = outlook.value(price, k);
      double sell = buy * settings.sellFactor() - settings.spread();
      double earned = program.relaxed() ? sell : Math.min(buy, sell);
      program.bill(program.imported(k), buy * outlook.hours(k));
      program.bill(program.exported(k), -earned * outlook.hours(k));
    }
    if (demand != null) {
      demand.plan(outlook, program);
    }
    return true;
  }

  @Override
  public void act(double hours) {
    // what flows is the network's to say; a schedule only tells what was expected
  }

  @Override
  public void settle(Settlement step) {
    double power = step.pMw();
    double hours = step.hours();
    double open = power + step.contractedMw();
    if (exchange == null) {
      step.bill(bill(open) * hours);
    } else if (!step.blackout()) {
      double scheduled = exchange.get();
      double missed = open - scheduled;
      double penalty = settings.deviationPrice() * Math.abs(missed);
      step.bill((bill(scheduled) + bill(missed) + penalty) * hours);
    }
    if (demand != null) {
      demand.count(step);
    }
    double limit = power < 0 ? settings.exportMaxMw() : settings.importMaxMw();
    double excess = Math.abs(power) - limit;
    if (excess > 0) {
      step.violation(excess / limit * hours);
    }
  }

  /** What a power costs in an hour: bought where positive, sold where negative. */
  private double bill(double mw) {
    return mw < 0
        ? mw * settings.sellFactor() * price.actual() - mw * settings.spread()
        : mw * price.actual();
  }
}
