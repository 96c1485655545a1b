package powergrid.experiment.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is too much for a page becomes less: those who move the most energy are kept, in their
 * order, and the rest is added up; of networks those are kept whose voltages say most.
 */
final class Greatest {
  private static final int MICROGRIDS = 8;
  private static final int DEVICES = 9;

  private static final int NETWORKS = 6;

  private Greatest() {}

  static List<FeederRecorder> feeders(List<FeederRecorder> all) {
    Set<FeederRecorder> kept =
        all.stream()
            .sorted(Comparator.comparingDouble(feeder -> -feeder.furthest()))
            .limit(NETWORKS)
            .collect(Collectors.toSet());
    return all.stream().filter(kept::contains).toList();
  }

  static List<Day.Microgrid> microgrids(List<Day.Microgrid> all) {
    List<Day.Microgrid> brief =
        all.stream().map(m -> new Day.Microgrid(m.name(), devices(m.devices(), DEVICES))).toList();
    if (all.size() <= MICROGRIDS + 1) {
      return brief;
    }
    List<Day.Device> totals =
        all.stream().map(m -> new Day.Device(m.name(), sum(m.devices()))).toList();
    Set<String> kept = greatest(totals, MICROGRIDS);
    List<Day.Microgrid> fewer =
        new ArrayList<>(brief.stream().filter(m -> kept.contains(m.name())).toList());
    List<Day.Device> rest = totals.stream().filter(t -> !kept.contains(t.name())).toList();
    fewer.add(
        new Day.Microgrid(
            rest.size() + " other microgrids", List.of(new Day.Device("all", sum(rest)))));
    return fewer;
  }

  /** At most so many and the rest in one; never a rest of one. */
  static List<Day.Device> devices(List<Day.Device> all, int most) {
    if (all.size() <= most + 1) {
      return all;
    }
    Set<String> kept = greatest(all, most);
    List<Day.Device> fewer =
        new ArrayList<>(all.stream().filter(d -> kept.contains(d.name())).toList());
    List<Day.Device> rest = all.stream().filter(d -> !kept.contains(d.name())).toList();
    fewer.add(new Day.Device(rest.size() + " others", sum(rest)));
    return fewer;
  }

  private static Set<String> greatest(List<Day.Device> all, int most) {
    Set<String> names = new HashSet<>();
    all.stream()
        .sorted(Comparator.comparingDouble(d -> -moved(d)))
        .limit(most)
        .forEach(d -> names.add(d.name()));
    return names;
  }

  private static double moved(Day.Device device) {
    return device.mw().stream().mapToDouble(Math::abs).sum();
  }

  private static List<Double> sum(List<Day.Device> devices) {
    List<Double> sum = new ArrayList<>();
    for (int step = 0; step < devices.get(0).mw().size(); step++) {
      double total = 0;
      for (Day.Device device : devices) {
        total += device.mw().get(step);
      }
      sum.add(total);
    }
    return sum;
  }
}
