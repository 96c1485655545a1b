package powergrid.protocols.horizontal;

import powergrid.api.agent.Self;
import powergrid.api.agent.Target;

/** What participants can do, and how they ask for what was agreed on. */
final class Asking {
  private Asking() {}

  /** The most that a participant's devices reported they can inject, MW; at least 0. */
  static double capacityMw(Self me) {
    return Math.max(0, me.flexibility().maxMw());
  }

  /** Asks for a share of what was agreed on, the rest being what the participant had in mind. */
  static void ask(Self me, Target target, double agreed, double share) {
    double intended = me.intended(target);
    me.request(target, Double.isNaN(intended) ? agreed : share * agreed + (1 - share) * intended);
  }

  /** Asks for the participant's part of a demand in proportion to its part of the capacity. */
  static void askProportion(Self me, double demandMw, double capacityMw, double share) {
    if (capacityMw > 0) {
      double ratio = Math.max(0, Math.min(1, demandMw / capacityMw));
      ask(me, Target.POWER, ratio * capacityMw(me), share);
    }
  }
}
