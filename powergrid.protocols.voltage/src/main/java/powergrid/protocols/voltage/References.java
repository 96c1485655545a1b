package powergrid.protocols.voltage;

import java.util.List;
import java.util.Set;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.space.Axis;

/** The voltage that a curve is centred on. IEEE Std 1547-2018, table 8. */
final class References {
  /** Name of the setting. */
  static final String REFERENCE = "reference";

  /** Least reference, pu. */
  static final double LEAST = 0.95;

  /** Greatest reference, pu. */
  static final double GREATEST = 1.05;

  /** As a component of the parent's action. */
  static final Axis AXIS = Axis.real(REFERENCE, "pu", LEAST, GREATEST);

  private static final Set<Target> VOLTAGE = Set.of(Target.VOLTAGE);

  private References() {}

  /** What a protocol realises: a voltage, where its parent may move the reference. */
  static Set<Target> realised(List<String> adjustable) {
    return adjustable.contains(REFERENCE) ? VOLTAGE : Set.of();
  }

  /** What the parent's action says. */
  static double intended(Self parent, List<String> adjustable, double configured) {
    return Adjustable.value(parent, adjustable, REFERENCE, configured);
  }

  /** What is asked of the parent, as near as the range allows; else what its action says. */
  static double of(Self parent, List<String> adjustable, double configured) {
    double asked = adjustable.contains(REFERENCE) ? parent.requested(Target.VOLTAGE) : Double.NaN;
    return Double.isNaN(asked)
        ? intended(parent, adjustable, configured)
        : Math.max(LEAST, Math.min(GREATEST, asked));
  }
}
