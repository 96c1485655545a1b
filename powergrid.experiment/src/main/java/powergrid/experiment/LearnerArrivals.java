package powergrid.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import powergrid.api.experiment.Arrivals;
import powergrid.api.experiment.Arrivals.Arrival;
import powergrid.api.experiment.Arrivals.Time;
import powergrid.experiment.statistics.Interval;
import powergrid.experiment.statistics.TimesToEvent;
import powergrid.experiment.training.Point;

/**
 * When learners came to a threshold: at the first trial on validation days that is as good. Who
 * never did is followed until its last trial.
 */
final class LearnerArrivals {
  private final Plan plan;
  private final Threshold threshold;
  private final List<Run> runs = new ArrayList<>();

  /**
   * A training that is over.
   *
   * @param variant its name
   * @param seed of the run
   * @param agents who learn
   * @param threshold in the first metric's unit
   * @param arrived whether it was reached
   * @param steps in environments until then, or in all
   * @param seconds of training until then, or in all; NaN where that is not known
   * @param trainedSteps in all
   * @param trainedSeconds in all
   */
  record Run(
      String variant,
      long seed,
      int agents,
      double threshold,
      boolean arrived,
      long steps,
      double seconds,
      long trainedSteps,
      double trainedSeconds) {}

  /**
   * Looks at all trainings.
   *
   * @param plan with a threshold
   * @param ends of thresholds that were found out, by position of the seed
   * @param curves whose last points are there
   * @param over whether a run is
   */
  LearnerArrivals(Plan plan, Map<Integer, Threshold.Ends> ends, Curves curves, IntPredicate over) {
    this.plan = plan;
    threshold = plan.threshold().orElseThrow();
    for (int run = 0; run < plan.runs(); run++) {
      int seed = run % plan.seeds().size();
      boolean known = threshold.value().isPresent() || ends.containsKey(seed);
      if (plan.variant(run).learns() && over.test(run) && known) {
        double value = threshold.value().orElseGet(() -> ends.get(seed).middle());
        follow(run, value, curves.points().get(run), curves.seconds().get(run));
      }
    }
  }

  private void follow(int run, double value, List<Point> points, List<Double> seconds) {
    int last = points.size() - 1;
    int at = last;
    boolean arrived = false;
    for (int i = 0; i < points.size() && !arrived; i++) {
      arrived = threshold.reached(points.get(i).validationMetric(), value);
      at = arrived ? i : last;
    }
    runs.add(
        new Run(
            plan.variant(run).name(),
            plan.seed(run),
            points.get(last).agents(),
            value,
            arrived,
            points.get(at).steps(),
            seconds.get(at),
            points.get(last).steps(),
            seconds.get(last)));
  }

  /** Trainings that are over, in the order of the plan. */
  List<Run> runs() {
    return List.copyOf(runs);
  }

  /** What it comes to. */
  Arrivals arrivals() {
    List<List<Run>> byVariant =
        plan.variants().stream()
            .filter(Variant::learns)
            .map(v -> runs.stream().filter(run -> run.variant().equals(v.name())).toList())
            .toList();
    double horizon = horizon(byVariant);
    List<Arrival> arrivals = new ArrayList<>();
    List<Variant> learners = plan.variants().stream().filter(Variant::learns).toList();
    for (int v = 0; v < learners.size(); v++) {
      List<Run> own = byVariant.get(v);
      arrivals.add(
          new Arrival(
              learners.get(v).name(),
              own.isEmpty() ? 0 : own.get(0).agents(),
              own.size(),
              (int) own.stream().filter(Run::arrived).count(),
              time(own, horizon),
              sum(own, Run::trainedSeconds) / sum(own, Run::trainedSteps)));
    }
    return new Arrivals(threshold.words(), arrivals);
  }

  /** The longest time for which some run of every variant was followed. */
  private static double horizon(List<List<Run>> byVariant) {
    return byVariant.stream()
        .filter(own -> !own.isEmpty())
        .mapToDouble(own -> own.stream().mapToDouble(Run::trainedSteps).max().orElseThrow())
        .min()
        .orElse(Double.NaN);
  }

  private static Time time(List<Run> own, double horizon) {
    double[] times = own.stream().mapToDouble(Run::steps).toArray();
    boolean[] came = new boolean[times.length];
    for (int i = 0; i < times.length; i++) {
      came[i] = own.get(i).arrived();
    }
    TimesToEvent until = new TimesToEvent(times, came);
    Interval interval = until.interval(horizon);
    return new Time(
        until.median(), until.restrictedMean(horizon), interval.low(), interval.high(), horizon);
  }

  private static double sum(List<Run> own, ToDoubleFunction<Run> figure) {
    double sum = 0;
    for (Run run : own) {
      sum += figure.applyAsDouble(run);
    }
    return sum;
  }
}
