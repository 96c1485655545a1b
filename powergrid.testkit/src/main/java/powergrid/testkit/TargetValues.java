package powergrid.testkit;

import java.util.EnumMap;
import java.util.Map;
import powergrid.api.agent.Target;

/** A number for every target, or none. Allocates nothing when it is written. */
final class TargetValues {
  private static final Target[] TARGETS = Target.values();

  private final Map<Target, double[]> values = new EnumMap<>(Target.class);

  TargetValues() {
    for (Target target : TARGETS) {
      values.put(target, new double[] {Double.NaN});
    }
  }

  /** NaN where there is none. */
  double get(Target target) {
    return values.get(target)[0];
  }

  void set(Target target, double value) {
    values.get(target)[0] = value;
  }

  void clear() {
    for (Target target : TARGETS) {
      set(target, Double.NaN);
    }
  }

  void copy(TargetValues other) {
    for (Target target : TARGETS) {
      set(target, other.get(target));
    }
  }
}
