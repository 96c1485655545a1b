package powergrid.policies;

import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Self;
import powergrid.api.policy.Decision;
import powergrid.api.policy.Policy;
import powergrid.api.protocol.Report;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Set points by merit order. From what each child reported in this step and the tariff of the hour:
 * a child that offers power at no cost runs free, at the top of its range; a generator runs where
 * its marginal cost meets the tariff, a consumer where what it gets from a MWh does; a {@link
 * Battery} fills valleys and shaves peaks, and never feeds in more than the source would otherwise
 * supply.
 *
 * <p>Set points of generators and batteries move from the last ones by at most a share of the range
 * an hour, and stay within what was reported. How much energy a battery has is its telemetry,
 * {@code storage.deliverableMwh}.
 */
final class MeritOrder implements Policy {
  private static final String ENERGY = ".storage.deliverableMwh";

  private final Rule rule;
  private final Battery battery;
  private final Space space;
  private final int[] child;
  private final int[] energy;
  private final double[] fullMwh;
  private final Outlook outlook = new Outlook();

  /** Work space. */
  private final Flexibility offered = new Flexibility();

  /**
   * Finds the child of every axis, and its telemetry, by its name.
   *
   * @param rule the configuration
   * @param parent whose action space has a power for every child it can dispatch
   */
  MeritOrder(Rule rule, Agent parent) {
    this.rule = rule;
    battery = new Battery(rule);
    space = parent.actionSpace();
    child = new int[space.size()];
    energy = new int[space.size()];
    fullMwh = new double[space.size()];
    Space observed = parent.observationSpace();
    for (int i = 0; i < child.length; i++) {
      String name = space.axis(i).name();
      child[i] = Children.indexOf(parent, name);
      energy[i] = observed.indexOf(name + ENERGY);
      fullMwh[i] = energy[i] < 0 ? Double.NaN : observed.axis(energy[i]).high();
    }
  }

  @Override
  public void act(Decision decision) {
    Self self = decision.self();
    double price = self.read(rule.tariff());
    outlook.look(self, rule.tariff());
    for (int i = 0; i < child.length; i++) {
      Report report = child[i] < 0 ? null : self.latest(Report.class, self.child(child[i]));
      if (report != null) {
        self.action(i, setPoint(decision, i, report, price));
      }
    }
  }

  private double setPoint(Decision decision, int i, Report report, double price) {
    Axis axis = space.axis(i);
    boolean free = report.sell() <= 0 && report.curve() == 0 && axis.low() >= 0;
    if (free) {
      return axis.high();
    }
    if (axis.high() <= 0) {
      return consumed(report, price);
    }
    Self self = decision.self();
    double wanted = axis.low() < 0 ? stored(decision, i, report, price) : generated(report, price);
    double reach = rule.rampPerHour() * (axis.high() - axis.low()) * self.hours();
    double last = self.action(i);
    double ramped = Math.max(last - reach, Math.min(last + reach, wanted));
    return Math.max(report.minMw(), Math.min(report.maxMw(), ramped));
  }

  /** Where the marginal cost of injecting meets a price. */
  private static double generated(Report report, double price) {
    if (report.curve() > 0) {
      return Math.max(0, (price - report.sell()) / (2 * report.curve()));
    }
    return price > report.sell() ? report.maxMw() : 0;
  }

  /** Where the marginal value of consuming meets a price, within what was reported. */
  private double consumed(Report report, double price) {
    offered.set(report.minMw(), report.maxMw(), report.buy(), report.sell(), report.curve());
    return offered.respond(price);
  }

  private double stored(Decision decision, int i, Report report, double price) {
    Self self = decision.self();
    double energyMwh = energy[i] < 0 ? Double.NaN : decision.observation()[energy[i]];
    double power = battery.power(space.axis(i), report, price, outlook, energyMwh, fullMwh[i]);
    double withoutIt = Math.max(0, self.read("importMw") + self.action(i));
    return withoutIt < power ? withoutIt : power;
  }
}
