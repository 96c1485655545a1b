package powergrid.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import powergrid.experiment.tensorboard.EventFile;
import powergrid.experiment.training.Point;

/** The learning curves of all runs as TensorBoard's event files: a folder a run. */
final class LearningEvents {
  private static final String FOLDER = "events";
  private static final int NAME_LENGTH = 60;

  private final Plan plan;
  private final Path folder;
  private final Instant start;
  private final Map<Integer, EventFile> files = new HashMap<>();

  /**
   * Events.
   *
   * @param plan what is run
   * @param directory of the experiment
   * @param start of the experiment
   */
  LearningEvents(Plan plan, Path directory, Instant start) {
    this.plan = plan;
    this.folder = directory.resolve(FOLDER);
    this.start = start;
  }

  /**
   * Adds a point.
   *
   * @param run its position in the plan
   * @param point of its learning curve
   * @param seconds of training until then; NaN where that is not known
   */
  void add(int run, Point point, double seconds) throws IOException {
    EventFile file = files.get(run);
    if (file == null) {
      file = EventFile.create(folder.resolve(name(run)), Instant.now());
      files.put(run, file);
    }
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train/episode_reward", point.iteration().episodeReward());
    values.put("validation/episode_reward", point.validationReward());
    plan.metrics().stream()
        .limit(1)
        .forEach(metric -> values.put("validation/" + metric, point.validationMetric()));
    point.iteration().figures().forEach((name, value) -> values.put(tag(name), value));
    // time spent on other things, or between two processes, is none of the training's
    long millis = Double.isNaN(seconds) ? 0 : Math.round(seconds * 1000);
    file.add(start.plus(Duration.ofMillis(millis)), point.steps(), values);
  }

  /** The first part of a name is its group. */
  private static String tag(String figure) {
    return figure.indexOf('.') > 0 ? figure.replaceFirst("\\.", "/") : "train/" + figure;
  }

  /** What a folder of any system may be called, and TensorBoard shows. */
  private String name(int run) {
    String variant = plan.variant(run).name().replaceAll("[^A-Za-z0-9._-]+", "-");
    String brief = variant.substring(0, Math.min(variant.length(), NAME_LENGTH));
    return "run-" + (run + 1) + "-" + brief + "-seed-" + plan.seed(run);
  }
}
