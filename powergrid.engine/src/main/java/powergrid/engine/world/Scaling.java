package powergrid.engine.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * How a caller's numbers stand for an agent's action: as they are, or from −1 for the least value
 * of a continuous axis to 1 for its greatest. Choices are as they are.
 */
final class Scaling {
  private final Space inside;
  private final Space outside;
  private final boolean normalised;

  private Scaling(Space inside, Space outside, boolean normalised) {
    this.inside = inside;
    this.outside = outside;
    this.normalised = normalised;
  }

  static Scaling physical(Space space) {
    return new Scaling(space, space, false);
  }

  static Scaling normalised(Space space) {
    List<Axis> axes = new ArrayList<>();
    for (Axis axis : space.axes()) {
      axes.add(axis.continuous() ? Axis.real(axis.name(), "", -1, 1) : axis);
    }
    return new Scaling(space, Space.of(axes), true);
  }

  /** An axis without bounds, which cannot be normalised. */
  static Optional<Axis> unbounded(Space space) {
    return space.axes().stream()
        .filter(axis -> !Double.isFinite(axis.low()) || !Double.isFinite(axis.high()))
        .findFirst();
  }

  /** What a caller sees. */
  Space outside() {
    return outside;
  }

  /** A caller's number as the agent's. −1 and 1 are the bounds to the bit. */
  double inward(int i, float value) {
    Axis axis = inside.axis(i);
    if (!normalised || !axis.continuous()) {
      return value;
    }
    double inward = ((1.0 - value) * axis.low() + (1.0 + value) * axis.high()) / 2;
    return Math.abs(value) <= 1 ? axis.clamp(inward) : inward;
  }

  /** The agent's number as a caller's; 0 where there is one value only. */
  float outward(int i, double value) {
    Axis axis = inside.axis(i);
    if (!normalised || !axis.continuous()) {
      return (float) value;
    }
    double range = axis.high() - axis.low();
    return range > 0 ? (float) ((value - axis.low() - (axis.high() - value)) / range) : 0;
  }
}
