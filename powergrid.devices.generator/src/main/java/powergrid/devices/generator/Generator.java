package powergrid.devices.generator;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/** A generator as the package describes it. */
final class Generator implements Device {
  /** Beyond any episode's emissions. */
  private static final double MOST_T = 1e9;

  private final GeneratorSettings settings;
  private final OperatingCost cost;
  private final Capability capability;
  private final double riseMwPerHour;
  private final double fallMwPerHour;
  private final Terminal terminal;
  private final Variables.Real p;
  private final Variables.Choice run;
  private final Variables.Real q;
  private final Variables.Real outputMw;
  private final UnitStatus status;
  private final Variables.Real leastMw;
  private final Variables.Real greatestMw;
  private final Variables.Real emissionsT;

  Generator(GeneratorSettings settings, DeviceContext context) {
    this.settings = settings;
    cost = new OperatingCost(settings);
    capability = new Capability(settings);
    riseMwPerHour = settings.riseLimitMwPerHour();
    fallMwPerHour = settings.fallLimitMwPerHour();
    terminal = context.terminal();
    double pMax = settings.pMaxMw();
    Variables actions = context.actions();
    p = actions.real("p", "MW", 0, pMax, 0, Visibility.OWNER);
    run =
        settings.commitment() == GeneratorSettings.Commitment.ACTION
            ? actions.choice("on", 2, 0, Visibility.OWNER)
            : null;
    q =
        capability.any()
            ? actions.real(
                "q", "MVAr", capability.leastMvar(), capability.greatestMvar(), 0, Visibility.OWNER)
            : null;
    Variables commitment = context.feature("commitment");
    outputMw = commitment.real("outputMw", "MW", 0, pMax, settings.initialMw(), Visibility.OWNER);
    status = new UnitStatus(settings, commitment);
    Variables control = context.feature("control");
    leastMw = control.real("leastMw", "MW", 0, pMax, 0, Visibility.PARENT);
    greatestMw = control.real("greatestMw", "MW", 0, pMax, pMax, Visibility.PARENT);
    emissionsT =
        settings.emissionFactor() > 0
            ? context.feature("economics").real("emissionsT", "t", 0, MOST_T, 0, Visibility.HIDDEN)
            : null;
    if (settings.gridForming()) {
      terminal.formGrid(settings.voltagePu(), settings.apparentLimitMva());
    }
  }

  @Override
  public void reset() {
    closeChoices();
  }

  @Override
  public void offer(double hours, Flexibility out) {
    out.set(least(hours), greatest(hours), cost.sell(), cost.sell(), cost.slope());
  }

  @Override
  public void request(double hours, double requestedMw) {
    p.set(requestedMw);
    if (run != null) {
      boolean on = status.mustStayOn() || (!status.mustStayOff() && reachesLeast());
      run.set(on ? 1 : 0);
    }
  }

  @Override
  public double intendedMw(double hours) {
    return feasible(hours);
  }

  @Override
  public boolean plan(Outlook outlook, Program program) {
    new GeneratorPlan(settings, cost, program).add(outlook, outputMw.get(), status.on());
    return true;
  }

  @Override
  public void act(double hours) {
    double power = feasible(hours);
    double reactive = q == null ? 0 : capability.limited(q.get(), power, runs(power));
    terminal.inject(power, reactive);
    if (settings.gridForming()) {
      double least = Math.max(settings.pMinMw(), outputMw.get() - fallMwPerHour * hours);
      terminal.carry(status.mustStayOff() ? 0 : least, greatest(hours));
    }
    sayRange(hours);
  }

  @Override
  public void settle(Settlement step) {
    double power = Math.max(0, step.pMw());
    double hours = step.hours();
    boolean on = power > 0 || runsIdle(step);
    if (on) {
      step.cost(cost.perHour(power) * hours);
    }
    if (on != status.on()) {
      step.cost(on ? settings.startUpCost() : settings.shutDownCost());
    }
    if (emissionsT != null) {
      emissionsT.add(settings.emissionFactor() * power * hours);
    }
    outputMw.set(power);
    status.count(on, hours);
    sayRange(hours);
    closeChoices();
  }

  /** Whether a unit that gave nothing did so running: in a blackout it has tripped. */
  private boolean runsIdle(Settlement step) {
    double asked = feasible(step.hours());
    boolean idle = step.formedGrid() ? !status.mustStayOff() : asked == 0 && runs(asked);
    return idle && step.voltagePu() > 0;
  }

  /** Whether it runs at a feasible power. */
  private boolean runs(double feasibleMw) {
    return feasibleMw > 0 || status.mustStayOn() || (!status.mustStayOff() && wanted());
  }

  /** Whether its actions want it to run. */
  private boolean wanted() {
    return run == null ? reachesLeast() : run.get() == 1;
  }

  private boolean reachesLeast() {
    return p.get() > 0 && p.get() >= settings.pMinMw() / 2;
  }

  /** The power that its actions come to: commitment first, then the ramp. */
  private double feasible(double hours) {
    double wish = wanted() ? Math.max(settings.pMinMw(), p.get()) : 0;
    return Math.max(least(hours), Math.min(greatest(hours), wish));
  }

  private double least(double hours) {
    if (status.mustStayOff()) {
      return 0;
    }
    double reach = outputMw.get() - fallMwPerHour * hours;
    if (status.mustStayOn()) {
      return Math.max(settings.pMinMw(), reach);
    }
    return reach <= settings.pMinMw() ? 0 : reach;
  }

  private double greatest(double hours) {
    if (status.mustStayOff()) {
      return 0;
    }
    double reach = Math.max(settings.pMinMw(), outputMw.get() + riseMwPerHour * hours);
    return Math.min(settings.pMaxMw(), reach);
  }

  private void sayRange(double hours) {
    leastMw.set(least(hours));
    greatestMw.set(greatest(hours));
  }

  private void closeChoices() {
    if (run != null) {
      run.allow(0, !status.mustStayOn());
      run.allow(1, !status.mustStayOff());
    }
  }
}
