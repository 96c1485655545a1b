package powergrid.engine.world;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Visibility;
import powergrid.api.network.Connection;
import powergrid.api.plugin.VariableDescription;
import powergrid.api.space.Axis;

/** What is observed of every device, without its declaring it. */
public final class DeviceFeatures {
  private DeviceFeatures() {}

  /**
   * The features that every device has, of one on three phases, wye.
   *
   * @return in the order observed
   */
  public static List<VariableDescription> common() {
    List<VariableDescription> all = new ArrayList<>();
    for (Axis axis : Meter.space(Connection.WYE, phase -> true).axes()) {
      Visibility seen = all.size() < Meter.TOTALS ? Visibility.PARENT : Visibility.OWNER;
      all.add(new VariableDescription(axis, Double.NaN, seen));
    }
    return all;
  }
}
