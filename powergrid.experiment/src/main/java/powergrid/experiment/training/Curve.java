package powergrid.experiment.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.learning.Iteration;
import powergrid.api.learning.Tensors;

/** A run's learning curve, which its saved state carries along. */
final class Curve {
  private static final String ROWS = "curve";
  private static final String FIGURES = "figures";
  private static final int OWN = 6;

  private final List<Point> points = new ArrayList<>();

  void add(Point point) {
    points.add(point);
  }

  List<Point> points() {
    return List.copyOf(points);
  }

  int size() {
    return points.size();
  }

  long steps() {
    return points.isEmpty() ? 0 : points.get(points.size() - 1).steps();
  }

  /** Steps after which validation went best, the first time if several; 0 where it never did. */
  long stepsOfBest() {
    Point best = null;
    for (Point point : points) {
      if (point.validationReward()
          > (best == null ? Double.NEGATIVE_INFINITY : best.validationReward())) {
        best = point;
      }
    }
    return best == null ? 0 : best.steps();
  }

  void save(Tensors to) {
    List<String> names =
        points.isEmpty()
            ? List.of()
            : List.copyOf(points.get(points.size() - 1).iteration().figures().keySet());
    int width = OWN + names.size();
    double[] rows = new double[points.size() * width];
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      int at = i * width;
      rows[at] = point.iteration().steps();
      rows[at + 1] = point.iteration().episodes();
      rows[at + 2] = point.iteration().episodeReward();
      rows[at + 3] = point.validationReward();
      rows[at + 4] = point.validationMetric();
      rows[at + 5] = point.agents();
      for (int k = 0; k < names.size(); k++) {
        rows[at + OWN + k] = point.iteration().figures().getOrDefault(names.get(k), Double.NaN);
      }
    }
    to.put(ROWS, rows, points.size(), width);
    to.note(FIGURES, String.join("\n", names));
  }

  void restore(Tensors from) {
    points.clear();
    int[] shape = from.shape(ROWS);
    double[] rows = from.doubles(ROWS);
    String text = from.note(FIGURES);
    List<String> names = text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1));
    if (shape.length != 2 || shape[1] != OWN + names.size()) {
      throw new IllegalArgumentException("the learning curve does not fit its names");
    }
    long steps = 0;
    for (int i = 0; i < shape[0]; i++) {
      int at = i * shape[1];
      Map<String, Double> figures = new LinkedHashMap<>();
      for (int k = 0; k < names.size(); k++) {
        figures.put(names.get(k), rows[at + OWN + k]);
      }
      steps += (long) rows[at];
      points.add(
          new Point(
              i + 1,
              steps,
              (int) rows[at + 5],
              new Iteration((long) rows[at], (int) rows[at + 1], rows[at + 2], figures),
              new Validation.Trial(rows[at + 3], rows[at + 4]),
              Double.NaN));
    }
  }
}
