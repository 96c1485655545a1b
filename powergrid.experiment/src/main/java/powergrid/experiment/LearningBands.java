package powergrid.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import powergrid.experiment.report.ReportData.Curve;
import powergrid.experiment.report.ReportData.Curves;
import powergrid.experiment.report.ReportData.SeedCurve;
import powergrid.experiment.statistics.InterquartileMean;
import powergrid.experiment.statistics.Interval;
import powergrid.experiment.training.Point;

/**
 * Learning curves on common steps, with what is typical of the seeds and its interval. Between its
 * points a seed's curve is straight; where several fall between two common steps it is their mean.
 */
final class LearningBands {
  private static final int MOST_STEPS = 120;

  private final Plan plan;
  private final Map<Integer, List<Point>> points;
  private final ToDoubleFunction<Point> value;

  LearningBands(Plan plan, Map<Integer, List<Point>> points, ToDoubleFunction<Point> value) {
    this.plan = plan;
    this.points = points;
    this.value = value;
  }

  /**
   * The curves.
   *
   * @param measure what is followed
   * @return empty where it is nowhere defined
   */
  Optional<Curves> of(String measure) {
    List<List<Point>> defined =
        IntStream.range(0, plan.runs())
            .mapToObj(
                run ->
                    points.getOrDefault(run, List.of()).stream()
                        .filter(p -> Double.isFinite(value.applyAsDouble(p)))
                        .toList())
            .toList();
    int longest = defined.stream().mapToInt(List::size).max().orElse(0);
    if (longest == 0) {
      return Optional.empty();
    }
    long last =
        defined.stream()
            .filter(run -> !run.isEmpty())
            .mapToLong(run -> run.get(run.size() - 1).steps())
            .max()
            .orElseThrow();
    int count = Math.min(longest, MOST_STEPS);
    List<Double> steps =
        IntStream.rangeClosed(1, count).mapToObj(k -> (double) last * k / count).toList();
    List<Curve> curves = new ArrayList<>();
    int seeds = plan.seeds().size();
    for (int v = 0; v < plan.variants().size(); v++) {
      List<SeedCurve> own = new ArrayList<>();
      for (int run = v * seeds; run < (v + 1) * seeds; run++) {
        if (!defined.get(run).isEmpty()) {
          own.add(new SeedCurve(plan.seed(run), onto(steps, defined.get(run))));
        }
      }
      if (!own.isEmpty()) {
        curves.add(band(plan.variants().get(v).name(), own, count));
      }
    }
    return Optional.of(new Curves(measure, steps, curves));
  }

  private List<Double> onto(List<Double> steps, List<Point> curve) {
    List<Double> values = new ArrayList<>();
    int next = 0;
    for (double step : steps) {
      double sum = 0;
      int count = 0;
      // half a step of tolerance: common steps are fractions, points are not
      while (next < curve.size() && curve.get(next).steps() <= step + 0.5) {
        sum += value.applyAsDouble(curve.get(next++));
        count++;
      }
      values.add(count > 0 ? sum / count : between(curve, next, step));
    }
    return values;
  }

  /**
   * The line between the point before and the next one; NaN before the first and after the last.
   */
  private double between(List<Point> curve, int next, double step) {
    if (next == 0 || next == curve.size()) {
      return Double.NaN;
    }
    Point before = curve.get(next - 1);
    Point after = curve.get(next);
    double share = (step - before.steps()) / (after.steps() - before.steps());
    return value.applyAsDouble(before)
        + share * (value.applyAsDouble(after) - value.applyAsDouble(before));
  }

  private static Curve band(String variant, List<SeedCurve> seeds, int count) {
    List<Double> mid = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int at = k;
      double[] values =
          seeds.stream()
              .mapToDouble(seed -> seed.values().get(at))
              .filter(Double::isFinite)
              .toArray();
      mid.add(InterquartileMean.of(values));
      Interval interval = InterquartileMean.interval(values);
      low.add(values.length > 1 ? interval.low() : Double.NaN);
      high.add(values.length > 1 ? interval.high() : Double.NaN);
    }
    return new Curve(variant, mid, low, high, seeds);
  }
}
