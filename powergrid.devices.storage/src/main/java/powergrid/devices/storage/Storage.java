package powergrid.devices.storage;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;
import powergrid.api.random.RandomStream;

/** A battery as the package describes it. */
final class Storage implements Device {
  private final StorageSettings settings;
  private final PriceThresholds thresholds;
  private final Terminal terminal;
  private final Series price;
  private final RandomStream random;
  private final Variables.Real p;
  private final Variables.Real soc;
  private final Variables.Real deliverableMwh;

  Storage(StorageSettings settings, DeviceContext context) {
    this.settings = settings;
    thresholds = new PriceThresholds(settings);
    terminal = context.terminal();
    price = context.series(settings.price());
    random = context.random();
    double pMax = settings.pMaxMw();
    p = context.actions().real("p", "MW", -pMax, pMax, 0, Visibility.OWNER);
    Variables storage = context.feature("storage");
    double min = settings.minSoc();
    double max = settings.maxSoc();
    double start = settings.initialSocMin();
    soc = storage.real("soc", "", min, max, start, Visibility.PARENT);
    deliverableMwh =
        storage.real(
            "deliverableMwh", "MWh", 0, deliverable(max), deliverable(start), Visibility.PARENT);
  }

  @Override
  public void reset() {
    double min = settings.initialSocMin();
    charge(min + (settings.initialSocMax() - min) * random.nextDouble());
  }

  @Override
  public void offer(double hours, Flexibility out) {
    double least = leastMw(hours);
    double greatest = greatestMw(hours);
    double hoursToEmpty = deliverable(soc.get()) / settings.pMaxMw();
    double hoursToFill = acceptable(soc.get()) / settings.pMaxMw();
    if (price.column().known() == Known.AHEAD
        && thresholds.find(price, hours, hoursToEmpty, hoursToFill)) {
      out.set(least, greatest, thresholds.buy(), thresholds.sell(), settings.curve());
    } else {
      out.set(least, greatest, settings.buyBelow(), settings.sellAbove(), settings.curve());
    }
  }

  @Override
  public void request(double hours, double requestedMw) {
    p.set(requestedMw);
  }

  @Override
  public double intendedMw(double hours) {
    return feasible(hours);
  }

  @Override
  public void act(double hours) {
    terminal.inject(feasible(hours), 0);
  }

  @Override
  public void settle(Settlement step) {
    double power = step.pMw();
    double hours = step.hours();
    double factor = power < 0 ? settings.chargeEfficiency() : 1 / settings.dischargeEfficiency();
    charge(soc.get() - power * hours * factor / settings.energyMwh());
    step.cost(settings.wearCost() * Math.abs(power) * hours);
  }

  private void charge(double level) {
    soc.set(level);
    deliverableMwh.set(deliverable(soc.get()));
  }

  /** Energy at the terminals between a state of charge and the least one, MWh. */
  private double deliverable(double level) {
    return (level - settings.minSoc()) * settings.energyMwh() * settings.dischargeEfficiency();
  }

  /** Energy at the terminals between a state of charge and the greatest one, MWh. */
  private double acceptable(double level) {
    return (settings.maxSoc() - level) * settings.energyMwh() / settings.chargeEfficiency();
  }

  private double feasible(double hours) {
    return Math.max(leastMw(hours), Math.min(greatestMw(hours), p.get()));
  }

  private double leastMw(double hours) {
    return -Math.min(settings.pMaxMw(), acceptable(soc.get()) / hours);
  }

  private double greatestMw(double hours) {
    return Math.min(settings.pMaxMw(), deliverable(soc.get()) / hours);
  }
}
