package powergrid.engine.world;

import java.util.List;
import powergrid.api.space.Axis;

/** What is observed of every device, without its declaring it. */
public final class DeviceFeatures {
  private DeviceFeatures() {}

  /**
   * The features that every device has; its parent sees them too.
   *
   * @return an axis a variable
   */
  public static List<Axis> common() {
    return List.of(DeviceActor.ELECTRICAL);
  }
}
