package powergrid.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.agent.Agent;
import powergrid.api.protocol.GlobalState;
import powergrid.api.protocol.Protocol;
import powergrid.api.space.Axis;

/** What a protocol publishes for its members, and what a test gives it to read for that. */
final class FakeGlobals implements GlobalState {
  private final Protocol protocol;
  private final List<? extends Agent> members;
  private final List<Axis> axes;
  private final double[] values;
  private final Map<Agent, Map<String, Double>> seen = new HashMap<>();

  FakeGlobals(Protocol protocol, List<? extends Agent> members) {
    this.protocol = protocol;
    this.members = List.copyOf(members);
    axes = List.copyOf(protocol.globals());
    values = new double[axes.size()];
  }

  /** Has everybody see a variable of a device. */
  void show(Agent device, String name, double value) {
    seen.computeIfAbsent(device, d -> new HashMap<>()).put(name, value);
  }

  /** Has the protocol publish. */
  void sync() {
    if (values.length > 0) {
      protocol.syncGlobalState(this);
    }
  }

  List<Axis> axes() {
    return axes;
  }

  /** What is published, by axis. */
  double[] values() {
    return values;
  }

  double value(String name) {
    return values[index(name)];
  }

  private int index(String name) {
    for (int i = 0; i < values.length; i++) {
      if (axes.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "the protocol declares no global '"
            + name
            + "'; it declares "
            + axes.stream().map(Axis::name).toList());
  }

  @Override
  public List<? extends Agent> members() {
    return members;
  }

  @Override
  public double read(Agent agent, String name) {
    Double value = seen.getOrDefault(agent, Map.of()).get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          agent.id() + " has no variable '" + name + "' that everybody may see");
    }
    return value;
  }

  @Override
  public void publish(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the protocol publishes " + value + " as " + name);
    }
    values[index(name)] = value;
  }

  void continueFrom(FakeGlobals other) {
    System.arraycopy(other.values, 0, values, 0, values.length);
  }
}
