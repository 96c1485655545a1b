package powergrid.baselines.mpc;

import java.util.HashMap;
import java.util.Map;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.planning.LinearNetwork;
import powergrid.api.planning.Planning;
import powergrid.api.policy.Decision;
import powergrid.api.policy.Policy;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/** A microgrid that plans its devices. */
final class ChildrenPlan implements Policy {
  private static final String POWER = ".electrical.pMw";
  private static final String LOAD = "load";

  private final Mpc settings;
  private final Agent parent;

  /** By axis of its action, the child that it is a power for; −1 for another one. */
  private final int[] child;

  /** By child, its last power in what the parent observes; −1 where that is not there. */
  private final int[] power;

  ChildrenPlan(Mpc settings, Agent parent) {
    this.settings = settings;
    this.parent = parent;
    Space space = parent.actionSpace();
    child = new int[space.size()];
    for (int i = 0; i < child.length; i++) {
      child[i] = child(parent, space.axis(i));
    }
    power = new int[parent.children().size()];
    for (int k = 0; k < power.length; k++) {
      String name = parent.children().get(k).id().substring(parent.id().length() + 1);
      power[k] = parent.observationSpace().indexOf(name + POWER);
    }
  }

  /** Whether an agent's action has powers of children. */
  static boolean drives(Agent parent) {
    return parent.actionSpace().axes().stream().anyMatch(axis -> child(parent, axis) >= 0);
  }

  private static int child(Agent parent, Axis axis) {
    for (int k = 0; k < parent.children().size(); k++) {
      if (axis.continuous()
          && axis.unit().equals("MW")
          && parent.children().get(k).id().equals(parent.id() + "." + axis.name())) {
        return k;
      }
    }
    return -1;
  }

  @Override
  public void act(Decision decision) {
    Self self = decision.self();
    int[] intervals = Horizon.intervals(settings, self.hours(), decision.stepsLeft());
    Planning planning = decision.planning(settings.forecast(), intervals);
    Plan plan = new Plan(settings, planning, network(decision));
    parent.children().forEach(plan::add);
    plan.solve(load(planning));
    for (int i = 0; i < child.length; i++) {
      double mw =
          child[i] < 0
              ? Double.NaN
              : plan.setPoint(parent.children().get(child[i]), parent.actionSpace().axis(i));
      if (!Double.isNaN(mw)) {
        self.action(i, mw);
      }
    }
  }

  private LinearNetwork network(Decision decision) {
    return settings.network() == NetworkModel.LINEAR
        ? decision.linearise().orElseGet(() -> node(decision))
        : node(decision);
  }

  private SingleNode node(Decision decision) {
    Self self = decision.self();
    Map<Agent, Double> powers = new HashMap<>();
    for (int k = 0; k < power.length; k++) {
      double last = power[k] < 0 ? 0 : decision.observation()[power[k]];
      powers.put(parent.children().get(k), last);
    }
    double imported = self.read("importMw");
    return new SingleNode(imported, imported + self.read("netMw"), powers);
  }

  /** What loads draw, by interval, as a share of the last step. */
  private static double[] load(Planning planning) {
    double last = planning.past(LOAD, 1);
    double[] shares = new double[planning.intervals()];
    for (int k = 0; k < shares.length; k++) {
      double share = planning.value(LOAD, k) / last;
      shares[k] = Double.isFinite(share) ? share : 1;
    }
    return shares;
  }
}
