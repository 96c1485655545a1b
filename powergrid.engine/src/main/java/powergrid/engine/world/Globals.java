package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Visibility;
import powergrid.api.protocol.GlobalState;
import powergrid.api.protocol.Protocol;
import powergrid.api.space.Axis;

/** What a protocol publishes for its members, and what it may read for that. */
final class Globals implements GlobalState {
  private final Protocol protocol;
  private final String label;
  private final List<Axis> axes;
  private final double[] values;
  private final List<? extends Agent> members;
  private final List<DeviceActor> devices;

  /**
   * Of a protocol.
   *
   * @param members who take part
   * @param devices that are members or below one
   */
  Globals(
      Protocol protocol, String label, List<? extends Agent> members, List<DeviceActor> devices) {
    this.protocol = protocol;
    this.label = label;
    this.members = members;
    this.devices = devices;
    axes = List.copyOf(protocol.globals());
    values = new double[axes.size()];
  }

  /** What is published, by axis; live. */
  double[] values() {
    return values;
  }

  List<Axis> axes() {
    return axes;
  }

  /** Has the protocol publish. */
  void sync() {
    if (values.length > 0) {
      protocol.syncGlobalState(this);
    }
  }

  /** A published value. */
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
        label
            + " declares no global '"
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
    for (int k = 0; k < devices.size(); k++) { // an iterator would be an allocation
      DeviceActor device = devices.get(k);
      if (device.face() == agent) {
        int i = device.state().space().indexOf(name);
        if (i >= 0 && device.state().visibility(i) == Visibility.ALL) {
          return device.state().values()[i];
        }
      }
    }
    throw new IllegalArgumentException(
        label + ": " + agent.id() + " has no variable '" + name + "' that everybody may see");
  }

  @Override
  public void publish(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(label + " publishes " + value + " as " + name);
    }
    values[index(name)] = value;
  }

  void reset() {
    Arrays.fill(values, 0);
  }

  void save(DataOutput out) throws IOException {
    Actor.write(out, values);
  }

  void restore(DataInput in) throws IOException {
    Actor.read(in, values);
  }
}
