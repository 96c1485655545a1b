package powergrid.engine.assembly;

import powergrid.api.scenario.Place;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;

/** Finds how something was written in a scenario, for the sake of its fields' places. */
final class Written {
  private Written() {}

  /** A device's entry. */
  static Setting.Mapping device(Scenario scenario, int grid, int device) {
    Setting grids = scenario.root().fields().get("microgrids");
    Setting devices = ((Setting.Mapping) item(grids, grid)).fields().get("devices");
    return (Setting.Mapping) item(devices, device);
  }

  /** The place of something that was written, by the names of the fields that lead to it. */
  static Place place(Scenario scenario, String... names) {
    Setting written = scenario.root();
    for (String name : names) {
      written = ((Setting.Mapping) written).fields().get(name);
    }
    return written.place();
  }

  private static Setting item(Setting list, int i) {
    return ((Setting.Sequence) list).items().get(i);
  }
}
