package powergrid.devices.capacitor;

import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.CapacitorBreaker;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Settlement;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/** A switched capacitor as the package describes it. */
final class Capacitor implements Device {
  /** Time is counted up to a day, or longer where that matters. */
  private static final double DAY = 24;

  /** Steps that are no finite binary fraction of an hour add up to nearly the time. */
  private static final double NEARLY = 1e-9;

  /** Beyond any switch's life. */
  private static final double MOST_OPERATIONS = 1e9;

  private final double wearCost;
  private final double lockoutHours;
  private final double dischargeHours;
  private final int steps;
  private final Bank bank;
  private final Variables.Choice wanted;
  private final Variables.Choice on;
  private final Variables.Real operations;
  private final Variables.Real hoursSinceSwitching;
  private final Variables.Real hoursSinceOff;

  Capacitor(CapacitorSettings settings, DeviceContext context) {
    wearCost = settings.wearCost();
    lockoutHours = settings.lockoutHours();
    dischargeHours = settings.dischargeHours();
    steps = settings.steps();
    int start;
    if (settings.element() == null) {
      bank = Bank.of(context.terminal(), settings.stepMvar(), steps);
      start = settings.initialOn();
    } else {
      CapacitorBreaker breaker = context.capacitor(settings.element());
      bank = Bank.of(breaker);
      start = breaker.on() ? 1 : 0;
    }
    wanted = context.actions().choice("on", steps + 1, start, Visibility.OWNER);
    Variables control = context.feature("control");
    on = control.choice("on", steps + 1, start, Visibility.OWNER);
    operations = control.real("operations", "", 0, MOST_OPERATIONS, 0, Visibility.HIDDEN);
    hoursSinceSwitching = since(control, "hoursSinceSwitching", lockoutHours);
    hoursSinceOff = since(control, "hoursSinceOff", dischargeHours);
  }

  /** Long enough ago, at first, for everything to be open. */
  private static Variables.Real since(Variables control, String name, double matters) {
    double most = Math.max(DAY, matters);
    return control.real(name, "h", 0, most, most, Visibility.OWNER);
  }

  /** It has no active power, and what moving costs is no matter of power. */
  @Override
  public boolean plan(Outlook outlook, Program program) {
    return true;
  }

  @Override
  public void act(double hours) {
    bank.on(next());
  }

  @Override
  public void settle(Settlement step) {
    int before = on.get();
    int now = next();
    int switched = Math.abs(now - before);
    step.cost(wearCost * switched);
    operations.add(switched);
    count(hoursSinceSwitching, switched > 0, step.hours());
    count(hoursSinceOff, now < before, step.hours());
    on.set(now);
    for (int choice = 0; choice <= steps; choice++) {
      wanted.allow(choice, open(choice));
    }
  }

  private static void count(Variables.Real since, boolean happened, double hours) {
    since.set(happened ? hours : since.get() + hours);
  }

  /** The steps that are on in this step: what is wanted, where that is open. */
  private int next() {
    int choice = wanted.get();
    return open(choice) ? choice : on.get();
  }

  private boolean open(int choice) {
    int now = on.get();
    boolean unlocked = hoursSinceSwitching.get() >= lockoutHours - NEARLY;
    boolean discharged = hoursSinceOff.get() >= dischargeHours - NEARLY;
    return choice == now || (unlocked && (choice < now || discharged));
  }
}
