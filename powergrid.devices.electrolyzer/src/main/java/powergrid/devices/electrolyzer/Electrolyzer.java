package powergrid.devices.electrolyzer;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.PowerFactor;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/** An electrolyzer as the package describes it. */
final class Electrolyzer implements Device {
  /** The longest step of a clock, hours. */
  private static final double DAY = 24;

  /** Of the least power: less below it is rounding. */
  private static final double ROUNDING = 1e-9;

  private final ElectrolyzerSettings settings;
  private final Stack stack;
  private final double most;
  private final double least;
  private final double mvarPerMw;
  private final double worthAtRest;
  private final double worthFalls;
  private final Terminal terminal;
  private final Variables.Real consumption;
  private final Variables.Real storedKg;
  private final Variables.Real madeKg;
  private final Variables.Real deliveredKg;
  private final Variables.Real shortfallKg;

  Electrolyzer(ElectrolyzerSettings settings, DeviceContext context) {
    this.settings = settings;
    stack = new Stack(settings);
    most = settings.maxConsumptionMw();
    least = settings.minConsumptionMw();
    mvarPerMw = PowerFactor.mvarPerMw(settings.powerFactor());
    double worthLeast = settings.hydrogenPrice() * stack.marginal(least);
    double worthMost = settings.hydrogenPrice() * stack.marginal(most);
    worthFalls = most > least ? Math.max(0, worthLeast - worthMost) / (most - least) : 0;
    worthAtRest = worthLeast + worthFalls * least;
    terminal = context.terminal();
    consumption = context.actions().real("consumption", "MW", 0, most, most, Visibility.OWNER);
    Variables hydrogen = context.feature("hydrogen");
    double demand = settings.demandKgPerHour() * DAY;
    double made = stack.flow(most) * DAY;
    storedKg =
        hydrogen.real(
            "storedKg", "kg", 0, settings.storeKg(), settings.initialKg(), Visibility.PARENT);
    madeKg = hydrogen.real("madeKg", "kg", 0, made, 0, Visibility.OWNER);
    deliveredKg = hydrogen.real("deliveredKg", "kg", 0, demand, 0, Visibility.OWNER);
    shortfallKg = hydrogen.real("shortfallKg", "kg", 0, demand, 0, Visibility.PARENT);
  }

  @Override
  public void offer(double hours, Flexibility out) {
    double greatest = greatest(hours);
    if (greatest < least) {
      out.fix(0 - settings.standbyMw());
    } else {
      out.set(-greatest, 0 - settings.standbyMw(), worthAtRest, worthAtRest, worthFalls / 2);
    }
  }

  @Override
  public void request(double hours, double requestedMw) {
    consumption.set(-requestedMw);
  }

  @Override
  public double intendedMw(double hours) {
    return 0 - feasible(hours);
  }

  @Override
  public boolean plan(Outlook outlook, Program program) {
    ElectrolyzerPlan plan = new ElectrolyzerPlan(settings, stack, program);
    plan.start(storedKg.get());
    for (int k = 0; k < outlook.intervals(); k++) {
      plan.add(k, outlook.hours(k));
    }
    return true;
  }

  @Override
  public void act(double hours) {
    double power = feasible(hours);
    terminal.inject(0 - power, 0 - mvarPerMw * power);
  }

  @Override
  public void settle(Settlement step) {
    double hours = step.hours();
    double power = 0 - step.pMw();
    boolean runs = power >= least * (1 - ROUNDING);
    double demand = settings.demandKgPerHour() * hours;
    double stored = storedKg.get();
    double room = settings.storeKg() - stored + demand;
    double made = runs ? Math.min(stack.flow(power) * hours, room) : 0;
    double delivered = Math.min(stored + made, demand);
    storedKg.set(stored + made - delivered);
    madeKg.set(made);
    deliveredKg.set(delivered);
    shortfallKg.set(demand - delivered);
    step.cost(settings.shortfallCost() * (demand - delivered));
    step.cost(0 - settings.hydrogenPrice() * delivered);
  }

  /** Consumption that its action comes to, MW. */
  private double feasible(double hours) {
    double wanted = consumption.get();
    double greatest = greatest(hours);
    if (wanted < least / 2 || greatest < least) {
      return settings.standbyMw();
    }
    return Math.max(least, Math.min(greatest, wanted));
  }

  /** The greatest power whose hydrogen has room, MW. */
  private double greatest(double hours) {
    double room = settings.storeKg() - storedKg.get();
    return Math.min(most, stack.power(room / hours + settings.demandKgPerHour()));
  }
}
