package powergrid.devices.generator;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;

/** A generator as the package describes it. */
final class Generator implements Device {
  private final GeneratorSettings settings;
  private final double ratingMva;
  private final double rampMwPerHour;
  private final Terminal terminal;
  private final Variables.Real p;
  private final Variables.Real q;
  private final Variables.Real outputMw;
  private final Variables.Choice on;

  Generator(GeneratorSettings settings, DeviceContext context) {
    this.settings = settings;
    ratingMva = settings.apparentLimitMva();
    rampMwPerHour = settings.rampLimitMwPerHour();
    terminal = context.terminal();
    double pMax = settings.pMaxMw();
    double qMax = settings.qMaxMvar();
    p = context.actions().real("p", "MW", 0, pMax, 0, Visibility.OWNER);
    q = qMax > 0 ? context.actions().real("q", "MVAr", -qMax, qMax, 0, Visibility.OWNER) : null;
    Variables commitment = context.feature("commitment");
    double initial = settings.initialMw();
    outputMw = commitment.real("outputMw", "MW", 0, pMax, initial, Visibility.OWNER);
    on = commitment.choice("on", 2, initial > 0 ? 1 : 0, Visibility.OWNER);
  }

  @Override
  public void offer(double hours, Flexibility out) {
    double a = settings.costQuadratic();
    double b = settings.costLinear();
    out.set(leastMw(hours), greatestMw(hours), b, b, a);
  }

  @Override
  public void request(double hours, double requestedMw) {
    p.set(requestedMw);
  }

  @Override
  public double intendedMw(double hours) {
    return feasible(p.get(), hours);
  }

  @Override
  public void act(double hours) {
    double power = feasible(p.get(), hours);
    double reactive = 0;
    if (q != null) {
      double room = Math.sqrt(Math.max(0, ratingMva * ratingMva - power * power));
      reactive = Math.max(-room, Math.min(room, q.get()));
    }
    terminal.inject(power, reactive);
  }

  @Override
  public void settle(Settlement step) {
    double power = step.pMw();
    outputMw.set(power);
    on.set(power > 0 ? 1 : 0);
    if (power > 0) {
      step.cost(step.hours() * costPerHour(power));
    }
  }

  private double costPerHour(double power) {
    return (settings.costQuadratic() * power + settings.costLinear()) * power
        + settings.costConstant();
  }

  /** The power that a set point comes to: commitment first, then the ramp. */
  private double feasible(double setPoint, double hours) {
    double min = settings.pMinMw();
    double wanted = setPoint < min / 2 ? 0 : Math.max(min, setPoint);
    return Math.max(leastMw(hours), Math.min(greatestMw(hours), wanted));
  }

  private double leastMw(double hours) {
    double least = outputMw.get() - rampMwPerHour * hours;
    return least <= settings.pMinMw() ? 0 : least;
  }

  private double greatestMw(double hours) {
    double reach = Math.max(settings.pMinMw(), outputMw.get() + rampMwPerHour * hours);
    return Math.min(settings.pMaxMw(), reach);
  }
}
