package powergrid.policies;

import java.util.Arrays;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Self;
import powergrid.api.policy.Decision;
import powergrid.api.policy.Policy;
import powergrid.api.protocol.Report;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Set points of least cost. What the children that are dispatched cannot influence, the network's
 * load and other devices, is taken to be as in the last step. A child that has not reported holds
 * its set point.
 */
final class Dispatcher implements Policy {
  private static final String POWER = ".electrical.pMw";

  private final EconomicDispatch settings;
  private final GoingPrice price;
  private final EqualIncrementalCost dispatch;
  private final int[] axis;
  private final int[] child;
  private final int[] power;

  /**
   * Finds the axis, the child and its telemetry of every child that can be dispatched.
   *
   * @param settings the configuration
   * @param parent whose action space has a power for each of them
   */
  Dispatcher(EconomicDispatch settings, Agent parent) {
    this.settings = settings;
    price = new GoingPrice(parent, settings.tariff());
    axis = axes(parent);
    child = new int[axis.length];
    power = new int[axis.length];
    dispatch = new EqualIncrementalCost(axis.length);
    for (int i = 0; i < axis.length; i++) {
      String name = parent.actionSpace().axis(axis[i]).name();
      child[i] = Children.indexOf(parent, name);
      power[i] = parent.observationSpace().indexOf(name + POWER);
    }
  }

  /** Whether an agent's action has powers of children. */
  static boolean drives(Agent parent) {
    return axes(parent).length > 0;
  }

  private static int[] axes(Agent parent) {
    Space space = parent.actionSpace();
    int[] axes = new int[space.size()];
    int n = 0;
    for (int i = 0; i < axes.length; i++) {
      Axis axis = space.axis(i);
      if (axis.continuous()
          && axis.unit().equals("MW")
          && Children.indexOf(parent, axis.name()) >= 0) {
        axes[n++] = i;
      }
    }
    return Arrays.copyOf(axes, n);
  }

  @Override
  public void act(Decision decision) {
    Self self = decision.self();
    for (int i = 0; i < child.length; i++) {
      Report report = self.latest(Report.class, self.child(child[i]));
      Flexibility unit = dispatch.unit(i);
      if (report == null) {
        unit.fix(self.action(axis[i]));
      } else {
        unit.set(report.minMw(), report.maxMw(), report.buy(), report.sell(), report.curve());
      }
    }
    double total = dispatch.at(price.usdPerMwh(decision));
    double required = requiredMw(decision);
    boolean exactly = !Double.isNaN(settings.netMw());
    if (required > total || (exactly && required < total)) {
      dispatch.share(required);
    }
    for (int i = 0; i < child.length; i++) {
      self.action(axis[i], dispatch.powerMw(i));
    }
  }

  /**
   * What the children must inject together: exactly, where a net power is given, else at least. NaN
   * where nothing is required, or nothing has been measured yet.
   */
  private double requiredMw(Decision decision) {
    Self self = decision.self();
    if (!Double.isNaN(settings.netMw())) {
      double others = self.read("netMw") - realisedMw(decision);
      return settings.netMw() - others;
    }
    if (!Double.isNaN(settings.importLimitMw())) {
      double withoutThem = self.read("importMw") + realisedMw(decision);
      return withoutThem - settings.importLimitMw();
    }
    return Double.NaN;
  }

  /** What the children that are dispatched injected in the last step. */
  private double realisedMw(Decision decision) {
    double total = 0;
    for (int i = 0; i < child.length; i++) {
      total += power[i] < 0 ? decision.self().action(axis[i]) : decision.observation()[power[i]];
    }
    return total;
  }
}
