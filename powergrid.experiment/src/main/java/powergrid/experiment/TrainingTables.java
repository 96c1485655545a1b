package powergrid.experiment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import powergrid.experiment.training.Point;

/** The CSV files of what was learnt when. */
final class TrainingTables {
  private TrainingTables() {}

  /** A row an iteration; nothing in it depends on the wall clock. Curves by run. */
  static String curves(Plan plan, Map<Integer, List<Point>> curves) {
    Set<String> figures = new LinkedHashSet<>();
    curves
        .values()
        .forEach(
            points ->
                points.stream()
                    .limit(1)
                    .forEach(p -> figures.addAll(p.iteration().figures().keySet())));
    Csv csv = new Csv();
    csv.add("variant").add("seed").add("iteration").add("steps").add("agent_samples");
    csv.add("episodes").add("episode_reward").add("validation_reward");
    plan.metrics().stream().limit(1).forEach(metric -> csv.add("validation_" + metric));
    figures.forEach(csv::add);
    csv.endLine();
    curves.forEach(
        (run, points) -> {
          for (Point point : points) {
            csv.add(plan.variant(run).name()).add(plan.seed(run)).add(point.number());
            csv.add(point.steps()).add(point.steps() * point.agents());
            csv.add(point.iteration().episodes());
            number(csv, point.iteration().episodeReward());
            number(csv, point.validationReward());
            if (!plan.metrics().isEmpty()) {
              number(csv, point.validationMetric());
            }
            for (String figure : figures) {
              number(csv, point.iteration().figures().getOrDefault(figure, Double.NaN));
            }
            csv.endLine();
          }
        });
    return csv.toString();
  }

  /** A row an iteration: when it ended, in seconds of training. */
  static String timings(
      Plan plan, Map<Integer, List<Point>> curves, Map<Integer, List<Double>> seconds) {
    Csv csv = new Csv();
    csv.add("variant").add("seed").add("iteration").add("seconds").endLine();
    curves.forEach(
        (run, points) -> {
          for (int i = 0; i < points.size(); i++) {
            csv.add(plan.variant(run).name()).add(plan.seed(run)).add(points.get(i).number());
            csv.add(seconds.get(run).get(i)).endLine();
          }
        });
    return csv.toString();
  }

  /** What there is not is left empty. */
  static void number(Csv csv, double value) {
    if (Double.isNaN(value)) {
      csv.add("");
    } else {
      csv.add(value);
    }
  }
}
