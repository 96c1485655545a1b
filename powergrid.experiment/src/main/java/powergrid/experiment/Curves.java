package powergrid.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import powergrid.experiment.training.Point;

/** The learning curves of all runs, and when their points were reached. */
final class Curves {
  private final Plan plan;
  private final TreeMap<Integer, List<Point>> points = new TreeMap<>();
  private final Map<Integer, List<Double>> seconds = new HashMap<>();

  /** What an earlier process recorded. */
  private Map<String, Double> known = Map.of();

  Curves(Plan plan) {
    this.plan = plan;
  }

  void known(Map<String, Double> before) {
    known = Map.copyOf(before);
  }

  void add(int run, Point point) {
    points.computeIfAbsent(run, r -> new ArrayList<>()).add(point);
    List<Double> times = seconds.computeIfAbsent(run, r -> new ArrayList<>());
    if (Double.isNaN(point.seconds())) {
      String key =
          RecordedRuns.key(
              plan.variant(run).name(),
              Long.toString(plan.seed(run)),
              Integer.toString(point.number()));
      times.add(known.getOrDefault(key, Double.NaN));
    } else {
      times.add(before(run, times) + point.seconds());
    }
  }

  /** Seconds that earlier processes trained: at the last point that this one did not make. */
  private double before(int run, List<Double> times) {
    List<Point> all = points.get(run);
    for (int i = all.size() - 2; i >= 0; i--) {
      if (Double.isNaN(all.get(i).seconds())) {
        return times.get(i);
      }
    }
    return 0;
  }

  /** Seconds of training until a run's newest point; NaN where that is not known. */
  double seconds(int run) {
    List<Double> times = seconds.get(run);
    return times.get(times.size() - 1);
  }

  /** Seconds of training until each of the points, by run. */
  Map<Integer, List<Double>> seconds() {
    return seconds;
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  /** Points by run. */
  Map<Integer, List<Point>> points() {
    return points;
  }

  String table() {
    return TrainingTables.curves(plan, points);
  }

  String timings() {
    return TrainingTables.timings(plan, points, seconds);
  }
}
