package powergrid.baselines.mpc;

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
    Plan plan = new Plan(settings, planning);
    plan.add(self.agent(), self.read("pMw"));
    plan.solve(new double[intervals.length]);
    double mw = plan.setPoint(0, self.agent().dispatch());
    if (!Double.isNaN(mw)) {
      self.requestMw(mw);
    }
  }
}
