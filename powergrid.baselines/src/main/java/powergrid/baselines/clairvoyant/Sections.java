package powergrid.baselines.clairvoyant;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.environment.FeederView;
import powergrid.api.network.Generator;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.scenario.AttachSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.Scenario;

/**
 * The parts of a scenario's networks: of a feeder, what attached microgrids are each, and the rest.
 */
final class Sections {
  private final List<Section> all = new ArrayList<>();

  /** By microgrid. */
  private final List<Section> ofMicrogrid = new ArrayList<>();

  /** A part; two of them are never the same, whatever their numbers. */
  static final class Section {
    private final Section upstream;
    private final double leastLoadMw;
    private final double fixedMw;
    private final boolean supplied;

    private Section(Section upstream, double leastLoadMw, double fixedMw, boolean supplied) {
      this.upstream = upstream;
      this.leastLoadMw = leastLoadMw;
      this.fixedMw = fixedMw;
      this.supplied = supplied;
    }

    /** Where it draws its power from; null from outside. */
    Section upstream() {
      return upstream;
    }

    /** What its loads draw at the least, at a scale of 1, MW. */
    double leastLoadMw() {
      return leastLoadMw;
    }

    /** What generators of the network's data feed in, MW. */
    double fixedMw() {
      return fixedMw;
    }

    /** Whether an agent is paid what the part's meter bills. */
    boolean supplied() {
      return supplied;
    }
  }

  /**
   * Finds them.
   *
   * @param scenario that has them
   * @param feeders as an environment of it shows them
   */
  Sections(Scenario scenario, List<? extends FeederView> feeders) {
    List<MicrogridSetting> grids = scenario.microgrids();
    boolean shared = grids.stream().anyMatch(g -> g.network().isEmpty() || attached(g));
    List<String> prefixes =
        grids.stream().filter(Sections::attached).map(Sections::prefix).toList();
    int next = 0;
    Section rest = null;
    if (shared) { // the engine lists it first
      rest = section(null, feeders.get(next++).network(), "", prefixes, false);
    }
    boolean operated = grids.stream().anyMatch(g -> g.network().isEmpty());
    for (MicrogridSetting grid : grids) {
      if (attached(grid)) {
        Network network = feeders.get(0).network();
        ofMicrogrid.add(section(rest, network, prefix(grid), List.of(), operated));
      } else if (grid.network().isPresent()) {
        ofMicrogrid.add(section(null, feeders.get(next++).network(), "", List.of(), false));
      } else {
        ofMicrogrid.add(rest);
      }
    }
  }

  private static boolean attached(MicrogridSetting grid) {
    return grid.attach().isPresent();
  }

  private static String prefix(MicrogridSetting grid) {
    return grid.id() + ".";
  }

  private Section section(
      Section upstream, Network network, String prefix, List<String> others, boolean supplied) {
    double load = 0;
    for (Load each : network.loads()) {
      load += isIn(each.id(), prefix, others) ? Voltages.leastMw(each) : 0;
    }
    double fixed = 0;
    for (Generator each : network.generators()) {
      fixed += isIn(each.id(), prefix, others) ? each.mw() : 0;
    }
    Section section = new Section(upstream, load, fixed, supplied);
    all.add(section);
    return section;
  }

  private static boolean isIn(String id, String prefix, List<String> others) {
    return id.startsWith(prefix) && others.stream().noneMatch(id::startsWith);
  }

  List<Section> all() {
    return all;
  }

  Section of(int microgrid) {
    return ofMicrogrid.get(microgrid);
  }

  /** Refuses what switches, since then parts could be supplied from where they are not metered. */
  static void requireFixed(Scenario scenario) {
    if (!scenario.events().isEmpty()) {
      throw new IllegalArgumentException(
          "branches are switched (events): no bound is proven for islands");
    }
    for (MicrogridSetting grid : scenario.microgrids()) {
      if (!grid.attach().map(AttachSetting::closed).orElse(true)) {
        throw new IllegalArgumentException(
            "the tie of " + grid.id() + " is open: no bound is proven for islands");
      }
    }
  }
}
