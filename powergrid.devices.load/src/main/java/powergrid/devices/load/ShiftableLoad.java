package powergrid.devices.load;

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

/** A load that is a block within a window, as the package describes it. */
final class ShiftableLoad implements Device {
  private static final double DAY = 24;

  /** Sums of step lengths miss full hours by rounding; less than this counts as none. */
  private static final double ROUNDING = 1e-9;

  private static final int WAITS = 0;
  private static final int RUNS = 1;
  private static final int DONE = 2;

  private final double blockMw;
  private final double blockHours;
  private final double window;
  private final double dropCost;
  private final double mvarPerMw;
  private final Terminal terminal;
  private final Variables.Choice start;
  private final Variables.Real sinceOpened;
  private final Variables.Choice stage;
  private final Variables.Real leftHours;
  private final Variables.Real demandMw;
  private final Variables.Real unservedMwh;

  ShiftableLoad(LoadSettings settings, DeviceContext context) {
    blockMw = settings.blockMw();
    blockHours = settings.blockHours();
    window = settings.windowHours();
    dropCost = settings.comfortCost() / 2;
    mvarPerMw = PowerFactor.mvarPerMw(settings.powerFactor());
    terminal = context.terminal();
    start = context.actions().choice("start", 2, 1, Visibility.OWNER);
    double opens = settings.earliestHour();
    Variables flexibility = context.feature("flexibility");
    demandMw = flexibility.real("demandMw", "MW", 0, blockMw, 0, Visibility.PARENT);
    unservedMwh =
        flexibility.real("unservedMwh", "MWh", 0, blockMw * blockHours, 0, Visibility.PARENT);
    Variables shift = context.feature("shift");
    sinceOpened = shift.real("hours", "h", -DAY, DAY, 0 - opens, Visibility.PARENT);
    stage = shift.choice("stage", 3, WAITS, Visibility.PARENT);
    leftHours = shift.real("leftHours", "h", 0, blockHours, blockHours, Visibility.PARENT);
  }

  @Override
  public void reset() {
    mask(0);
  }

  @Override
  public void offer(double hours, Flexibility out) {
    out.fix(0 - power(hours));
  }

  @Override
  public double intendedMw(double hours) {
    return 0 - power(hours);
  }

  @Override
  public boolean plan(Outlook outlook, Program program) {
    double sinceOpen = sinceOpened.get();
    double left = stage.get() == DONE ? 0 : leftHours.get();
    boolean running = stage.get() == RUNS;
    for (int k = 0; k < outlook.intervals(); ) {
      BlockPlan block = new BlockPlan(blockMw, window, sinceOpen, left, running);
      k =
          program.relaxed()
              ? block.relaxed(k, outlook, program, dropCost)
              : block.atOnce(k, outlook, program);
      sinceOpen = block.sinceOpened() - DAY; // the next window
      left = blockHours;
      running = false;
    }
    return true;
  }

  @Override
  public void act(double hours) {
    double power = power(hours);
    terminal.inject(0 - power, 0 - mvarPerMw * power);
  }

  @Override
  public void settle(Settlement step) {
    double hours = step.hours();
    demandMw.set(power(hours));
    unservedMwh.set(0);
    if (runs(hours)) {
      stage.set(RUNS);
    }
    leftHours.add(step.pMw() * hours / blockMw);
    sinceOpened.add(hours);
    if (leftHours.get() <= ROUNDING) {
      leftHours.set(0);
      stage.set(DONE);
    }
    if (sinceOpened.get() >= window - ROUNDING) {
      close(step);
    }
    mask(hours);
  }

  /** Drops what is left of the block at the deadline, and waits for the next window. */
  private void close(Settlement step) {
    double dropped = leftHours.get() * blockMw;
    unservedMwh.set(dropped);
    step.cost(dropCost * dropped);
    leftHours.set(blockHours);
    stage.set(WAITS);
    sinceOpened.add(-DAY);
  }

  /** Mean consumption of a step, MW: all of it but in the block's last step. */
  private double power(double hours) {
    if (!runs(hours)) {
      return 0;
    }
    double left = Math.min(leftHours.get(), window - sinceOpened.get());
    return left < hours ? blockMw * left / hours : blockMw;
  }

  private boolean runs(double hours) {
    return stage.get() == RUNS || (isOpen() && (start.get() == 1 || mustStart(hours)));
  }

  private boolean isOpen() {
    return stage.get() == WAITS && sinceOpened.get() >= -ROUNDING;
  }

  private boolean mustStart(double hours) {
    return sinceOpened.get() + hours + blockHours > window + ROUNDING;
  }

  private void mask(double hours) {
    boolean open = isOpen();
    start.allow(0, !(open && mustStart(hours)));
    start.allow(1, open);
  }
}
