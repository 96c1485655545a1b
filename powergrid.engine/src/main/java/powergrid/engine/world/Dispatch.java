package powergrid.engine.world;

import java.util.List;
import java.util.Set;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Finds the power that may be asked of an agent: a device's by the axis of its action that stands
 * for it, a parent's by its children's.
 */
final class Dispatch {
  private static final String CONSUMPTION = "consumption";
  private static final Set<String> NAMES = Set.of("p", "pLimit", CONSUMPTION);

  private Dispatch() {}

  static void ofDevice(AgentFace device) {
    Space space = device.actionSpace();
    for (int i = 0; i < space.size(); i++) {
      Axis axis = space.axis(i);
      if (axis.continuous() && axis.unit().equals("MW") && NAMES.contains(axis.name())) {
        double rest = device.restingAction(i);
        boolean consumed = axis.name().equals(CONSUMPTION);
        device.dispatch(
            consumed
                ? Axis.real("p", axis.unit(), 0.0 - axis.high(), 0.0 - axis.low())
                : Axis.real("p", axis.unit(), axis.low(), axis.high()),
            consumed ? 0.0 - rest : rest);
        return;
      }
    }
  }

  static void ofChildren(AgentFace parent) {
    List<AgentFace> able =
        parent.children().stream().filter(child -> child.dispatch() != null).toList();
    if (!able.isEmpty()) {
      parent.dispatch(
          Axis.real(
              "p",
              "MW",
              able.stream().mapToDouble(child -> child.dispatch().low()).sum(),
              able.stream().mapToDouble(child -> child.dispatch().high()).sum()),
          able.stream().mapToDouble(AgentFace::restingMw).sum());
    }
  }
}
