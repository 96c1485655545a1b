package powergrid.networks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Injections;

/**
 * The field's usual case on the true feeders: IEEE 34 as the distribution operator, its loads
 * halved, with three IEEE 13 microgrids, loads and capacitors at a fifth, behind transformers at
 * 806, 816 and 848. Each has a generator at 675, a solar unit at 652, a wind unit at 645 and
 * storage at 671.
 */
final class ThreeMicrogrids {
  /** The microgrids and their buses, in order. */
  static final List<String> MICROGRIDS = List.of("MG1", "MG2", "MG3");

  private static final Map<String, String> PLACES =
      Map.of("MG1", "806", "MG2", "816", "MG3", "848");

  /** Load of an IEEE 13 microgrid, MW. */
  static final double MICROGRID_MW = 0.2 * 3.466;

  private ThreeMicrogrids() {}

  /**
   * What all microgrids do at once: loads' scale, and MW that each of a microgrid's units feeds.
   */
  enum Corner {
    /** Full load, nothing of their own. */
    IDLE(1, 0, 0, 0, 0),
    /** Full load and storage charging. */
    CHARGING(1, 0, 0, 0, -0.5),
    /** Full load, generation at half of what it can. */
    HALF_GENERATION(1, 0.33, 0.05, 0.05, 0),
    /** Low load, generation at full and storage discharging. */
    EXPORT(0.4, 0.66, 0.1, 0.1, 0.5);

    private final double load;
    private final double generator;
    private final double solar;
    private final double wind;
    private final double storage;

    Corner(double load, double generator, double solar, double wind, double storage) {
      this.load = load;
      this.generator = generator;
      this.solar = solar;
      this.wind = wind;
      this.storage = storage;
    }

    /** As the tables beside this class name it. */
    String title() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void on(Network network, Injections injections) {
      Arrays.fill(injections.loadScale(), load);
      for (String microgrid : MICROGRIDS) {
        int at675 = 3 * network.busIndex(microgrid + ".675");
        int at671 = 3 * network.busIndex(microgrid + ".671");
        for (int phase = 0; phase < 3; phase++) {
          injections.pMw()[at675 + phase] = generator / 3;
          injections.pMw()[at671 + phase] = storage / 3;
        }
        injections.pMw()[3 * network.busIndex(microgrid + ".652")] = solar;
        injections.deltaMw()[3 * network.busIndex(microgrid + ".645") + 1] = wind;
      }
    }
  }

  static Network network() {
    return network(b -> b);
  }

  /** The network with something more. */
  static Network network(UnaryOperator<Network.Builder> more) {
    Network.Builder builder =
        Network.builder("three microgrids")
            .include(new Ieee34Factory().create(new Ieee34()), "", 0.5, 1)
            .add(new Source("substation", "800", 1.05, 0));
    for (String microgrid : MICROGRIDS) {
      builder
          .include(new Ieee13Factory().create(new Ieee13()), microgrid + ".", 0.2, 0.2)
          .add(tie(microgrid, PLACES.get(microgrid)));
    }
    return more.apply(builder).build();
  }

  static Transformer tie(String microgrid, String bus) {
    return new Transformer(
        "tie " + microgrid,
        bus,
        microgrid + ".650",
        Phases.ABC,
        1.5,
        24.9,
        4.16,
        0.01,
        0.05,
        Winding.GROUNDED_WYE,
        Winding.GROUNDED_WYE);
  }

  static int branch(Network network, String id) {
    for (int e = 0; e < network.branches().size(); e++) {
      if (network.branches().get(e).id().equals(id)) {
        return e;
      }
    }
    throw new AssertionError("no branch " + id);
  }
}
