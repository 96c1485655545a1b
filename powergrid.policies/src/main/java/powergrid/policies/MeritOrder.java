package powergrid.policies;

import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.policy.Decision;
import powergrid.api.policy.Policy;
import powergrid.api.protocol.Report;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Set points by merit order. From what each child reported in this step and the tariff of the hour:
 *
 * <ul>
 *   <li>a child that offers power at no cost runs free, at the top of its range;
 *   <li>a generator runs where its marginal cost meets the tariff;
 *   <li>a battery follows the order of prices, but gently: where prices are known ahead, its share
 *       of power in proportion to how far the tariff is from the mean of the hours ahead, so that
 *       it fills the valley and shaves the peak over many hours instead of jumping between full
 *       powers; elsewhere its share of power beyond the prices it reported. It charges only at a
 *       price that it reported as worth buying at or that lies below the mean, and never feeds more
 *       than the source supplied in the last step.
 * </ul>
 *
 * <p>Set points of generators and batteries move from the last ones by at most a share of the range
 * an hour, and stay within what was reported.
 */
final class MeritOrder implements Policy {
  private final Rule rule;
  private final Space space;
  private final int[] child;
  private final Outlook outlook = new Outlook();

  /**
   * Finds the child of every axis by its name.
   *
   * @param rule the configuration
   * @param parent whose action space has a power for every child it can dispatch
   */
  MeritOrder(Rule rule, Agent parent) {
    this.rule = rule;
    space = parent.actionSpace();
    child = new int[space.size()];
    for (int i = 0; i < child.length; i++) {
      child[i] = indexOf(parent, space.axis(i).name());
    }
  }

  private static int indexOf(Agent parent, String name) {
    for (int k = 0; k < parent.children().size(); k++) {
      String id = parent.children().get(k).id();
      if (id.equals(name) || id.equals(parent.id() + "." + name)) {
        return k;
      }
    }
    return -1;
  }

  @Override
  public void act(Decision decision) {
    Self self = decision.self();
    double price = self.read(rule.tariff());
    outlook.look(self, rule.tariff());
    for (int i = 0; i < child.length; i++) {
      Report report = child[i] < 0 ? null : self.latest(Report.class, self.child(child[i]));
      if (report != null) {
        self.action(i, setPoint(self, i, report, price));
      }
    }
  }

  private double setPoint(Self self, int i, Report report, double price) {
    Axis axis = space.axis(i);
    boolean free = report.sell() <= 0 && report.curve() == 0 && axis.low() >= 0;
    if (free) {
      return axis.high();
    }
    double wanted = axis.low() < 0 ? battery(self, i, report, price) : respond(report, price);
    double reach = rule.rampPerHour() * (axis.high() - axis.low()) * self.hours();
    double last = self.action(i);
    double ramped = Math.max(last - reach, Math.min(last + reach, wanted));
    return Math.max(report.minMw(), Math.min(report.maxMw(), ramped));
  }

  /** Where the marginal cost of injecting meets a price. */
  private static double respond(Report report, double price) {
    if (report.curve() > 0) {
      return Math.max(0, (price - report.sell()) / (2 * report.curve()));
    }
    return price > report.sell() ? report.maxMw() : 0;
  }

  private double battery(Self self, int i, Report report, double price) {
    Axis axis = space.axis(i);
    double share = rule.batteryShare() * strength(report, price);
    if (share <= 0) {
      return -share * axis.low();
    }
    double supplied = self.read("importMw") + self.action(i);
    double power = share * axis.high();
    return supplied < power ? Math.max(0, supplied) : power;
  }

  /** How strongly a battery should act: −1 charge at full share, 1 discharge at full share. */
  private double strength(Report report, double price) {
    if (outlook.hours() < 2) {
      return price > report.sell() ? 1 : price < report.buy() ? -1 : 0;
    }
    double score = outlook.score(price);
    double beyond = Math.max(0, Math.abs(score) - rule.deadband());
    return Math.copySign(Math.min(1, beyond), score);
  }
}
