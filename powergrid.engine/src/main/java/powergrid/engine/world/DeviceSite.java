package powergrid.engine.world;

import java.util.function.Function;
import powergrid.api.agent.Variables;
import powergrid.api.dataset.Series;
import powergrid.api.device.CapacitorBreaker;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.RegulatorTaps;
import powergrid.api.random.RandomStream;

/** What a device is given when it is made. */
public final class DeviceSite implements DeviceContext {
  private final String id;
  private final String prefix;
  private final DeviceTerminal terminal;
  private final Function<String, Series> series;
  private final Variables actions = new Variables();
  private final Variables state = new Variables();
  private final RandomStream random = new RandomStream(0);

  /**
   * A site.
   *
   * @param id of the device, as in the scenario
   * @param prefix of its microgrid's names in the feeder's network; may be empty
   * @param terminal its connection
   * @param series finds a series by name
   */
  public DeviceSite(
      String id, String prefix, DeviceTerminal terminal, Function<String, Series> series) {
    this.id = id;
    this.prefix = prefix;
    this.terminal = terminal;
    this.series = series;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Variables actions() {
    return actions;
  }

  @Override
  public Variables feature(String name) {
    if (name.equals("electrical")) {
      throw new IllegalArgumentException(
          "every device has the feature 'electrical'; it cannot be declared");
    }
    return state.feature(name);
  }

  Variables state() {
    return state;
  }

  @Override
  public DeviceTerminal terminal() {
    return terminal;
  }

  @Override
  public Series series(String name) {
    return series.apply(name);
  }

  @Override
  public RegulatorTaps regulator(String element) {
    return terminal.feeder().equipment().regulator(id, prefix, element);
  }

  @Override
  public CapacitorBreaker capacitor(String element) {
    return terminal.feeder().equipment().capacitor(id, prefix, element);
  }

  @Override
  public RandomStream random() {
    return random;
  }
}
