package powergrid.devices.storage;

import java.util.Set;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Inverter;
import powergrid.api.device.Polyline;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;
import powergrid.api.random.RandomStream;

/** A battery as the package describes it. */
final class Storage implements Device {
  /**
   * What it keeps of its range when it forms a grid, as a share of its rating: a source counts as
   * overloaded a millionth beyond what it can carry, and that energy must be there.
   */
  private static final double FORMING_MARGIN = 2e-6;

  private final StorageSettings settings;
  private final PriceThresholds thresholds;
  private final SelfDischarge selfDischarge;
  private final Terminal terminal;
  private final Inverter inverter;
  private final double chargeMw;
  private final double dischargeMw;
  private final Series price;
  private final RandomStream random;
  private final Variables.Real p;
  private final Variables.Real soc;
  private final Variables.Real deliverableMwh;

  /** Null without degradation. */
  private final Health health;

  Storage(StorageSettings settings, DeviceContext context) {
    this.settings = settings;
    selfDischarge = new SelfDischarge(settings.selfDischarge());
    terminal = context.terminal();
    price = context.series(settings.price());
    random = context.random();
    double pMax = settings.pMaxMw();
    inverter = new Inverter(settings.inverter(), pMax, context);
    chargeMw = -inverter.limited(-settings.chargeMw());
    dischargeMw = inverter.limited(settings.dischargeMw());
    thresholds = new PriceThresholds(settings, chargeMw, dischargeMw);
    p = context.actions().real("p", "MW", -chargeMw, dischargeMw, 0, Visibility.OWNER);
    if (settings.gridForming()) {
      terminal.formGrid(settings.voltagePu(), inverter.ratingMva());
    }
    Variables storage = context.feature("storage");
    // what discharges itself falls below the least state of charge that it may be discharged to
    double min = settings.selfDischarge() > 0 ? 0 : settings.minSoc();
    double max = settings.maxSoc();
    double start = settings.initialSocMin();
    soc = storage.real("soc", "", min, max, start, Visibility.PARENT);
    deliverableMwh =
        storage.real(
            "deliverableMwh", "MWh", 0, deliverable(max), deliverable(start), Visibility.PARENT);
    health = settings.degradation() == Degradation.NONE ? null : new Health(settings, context);
  }

  @Override
  public void reset() {
    double min = settings.initialSocMin();
    double drawn = min + (settings.initialSocMax() - min) * random.nextDouble();
    if (settings.capacityFade()) {
      drawn = settings.minSoc() + (drawn - settings.minSoc()) * health.share();
    }
    charge(drawn);
    if (health != null) {
      health.start(soc.get());
    }
  }

  @Override
  public void offer(double hours, Flexibility out) {
    double counting = selfDischarge.countingHours(hours);
    double least = leastMw(counting);
    double greatest = greatestMw(counting);
    double hoursToEmpty = deliverableMwh.get() / dischargeMw;
    double hoursToFill = Math.max(0, acceptable(soc.get())) / chargeMw;
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
    return feasible(selfDischarge.countingHours(hours));
  }

  @Override
  public boolean plan(Outlook outlook, Program program) {
    double greatest = program.relaxed() ? settings.maxSoc() : greatestSoc();
    new StoragePlan(settings, selfDischarge, program)
        .add(outlook, soc.get(), greatest, chargeMw, dischargeMw);
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
    double counting = selfDischarge.countingHours(hours);
    inverter.inject(feasible(counting));
    if (settings.gridForming()) {
      carry(leastMw(counting), greatestMw(counting));
    }
  }

  private void carry(double least, double greatest) {
    double margin = Math.min(FORMING_MARGIN * inverter.ratingMva(), (greatest - least) / 2);
    terminal.carry(least + margin, Math.max(least + margin, greatest - margin));
  }

  @Override
  public void settle(Settlement step) {
    double power = step.pMw();
    double hours = step.hours();
    double counting = selfDischarge.countingHours(hours);
    double factor = power < 0 ? settings.chargeEfficiency() : 1 / settings.dischargeEfficiency();
    double before = soc.get();
    charge(
        before * selfDischarge.kept(counting) - power * counting * factor / settings.energyMwh());
    step.cost(wear(Math.abs(power) * hours, factor));
  }

  /** What an amount of energy through the terminals has worn off, USD; counts it. */
  private double wear(double mwh, double factor) {
    if (health == null) {
      return settings.wearCost() * mwh;
    }
    double life = health.use(mwh * factor / (2 * settings.energyMwh()), soc.get());
    double replacement = settings.replacementCost() * settings.energyMwh() * life;
    return Double.isNaN(replacement) ? settings.wearCost() * mwh : replacement;
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
    return (greatestSoc() - level) * settings.energyMwh() / settings.chargeEfficiency();
  }

  /** To what it can be charged, as it is worn now. */
  private double greatestSoc() {
    double min = settings.minSoc();
    double max = settings.maxSoc();
    return settings.capacityFade() ? min + (max - min) * health.share() : max;
  }

  private double feasible(double counting) {
    double wish = p.get();
    return wish < 0 ? Math.max(leastMw(counting), wish) : Math.min(greatestMw(counting), wish);
  }

  private double leastMw(double counting) {
    double left = soc.get() * selfDischarge.kept(counting);
    return -Math.min(chargeMw, Math.max(0, acceptable(left)) / counting);
  }

  private double greatestMw(double counting) {
    double left = soc.get() * selfDischarge.kept(counting);
    return Math.min(dischargeMw, Math.max(0, deliverable(left)) / counting);
  }
}
