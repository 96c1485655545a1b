package powergrid.baselines.mpc;

import java.util.Map;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.planning.Planning;
import powergrid.api.policy.Decision;
import powergrid.api.policy.Policy;

/** A device that plans for itself, against the tariff. */
final class OwnPlan implements Policy {
  private final Mpc settings;

  OwnPlan(Mpc settings) {
    this.settings = settings;
  }

  @Override
  public void act(Decision decision) {
    Self self = decision.self();
    int[] intervals = Horizon.intervals(settings, self.hours(), decision.stepsLeft());
    Planning planning = decision.planning(settings.forecast(), intervals);
    Agent device = self.agent();
    double last = self.read("pMw");
    Plan plan = new Plan(settings, planning, new SingleNode(-last, 0, Map.of(device, last)));
    plan.add(device);
    plan.solve(new double[intervals.length]);
    double mw = plan.setPoint(device, device.dispatch());
    if (!Double.isNaN(mw)) {
      self.requestMw(mw);
    }
  }
}
