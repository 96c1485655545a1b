package powergrid.experiment;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The runs that a run directory has completely: read back from its tables. */
final class RecordedRuns {
  private static final int COVERED = 6;

  private final Plan plan;
  private final RunDirectory directory;
  private final Map<String, Integer> runs = new HashMap<>();

  RecordedRuns(Plan plan, RunDirectory directory) {
    this.plan = plan;
    this.directory = directory;
    for (int run = 0; run < plan.runs(); run++) {
      runs.put(key(plan.variant(run).name(), Long.toString(plan.seed(run))), run);
    }
  }

  /**
   * The episodes of all runs that have all of theirs. The other tables are written before {@code
   * episodes.csv}: what that one has, they have.
   *
   * @return by run
   * @throws IOException that names the table if one cannot be read, or is of another experiment
   */
  Map<Integer, List<Episode>> complete() throws IOException {
    Map<String, List<String>> timings = byEpisode("timings.csv", Tables.timings(plan, List.of()));
    Map<String, List<Trade>> trades = trades();
    Map<Integer, List<Episode>> found = new TreeMap<>();
    for (List<String> row : rows("episodes.csv", Tables.episodes(plan, List.of()))) {
      String key = key(row.get(0), row.get(1), row.get(2));
      Integer run = runs.get(key(row.get(0), row.get(1)));
      if (run == null || !timings.containsKey(key)) {
        throw foreign("episodes.csv");
      }
      List<Double> values = new ArrayList<>();
      row.subList(COVERED + (plan.bounded() ? 1 : 0), row.size())
          .forEach(v -> values.add(Double.valueOf(v)));
      found
          .computeIfAbsent(run, r -> new ArrayList<>())
          .add(
              new Episode(
                  run,
                  Integer.parseInt(row.get(2)),
                  LocalDateTime.parse(row.get(3)),
                  Integer.parseInt(row.get(4)),
                  row.get(5),
                  values,
                  trades.getOrDefault(key, List.of()),
                  plan.bounded() && row.get(COVERED).equals(Tables.YES),
                  Instant.parse(timings.get(key).get(3)),
                  Double.parseDouble(timings.get(key).get(4))));
    }
    found.values().removeIf(episodes -> episodes.size() != plan.episodes());
    return found;
  }

  /**
   * When points of learning curves were reached, as far as that is known.
   *
   * @return seconds by {@link #key} of variant, seed and iteration
   * @throws IOException that names the table if it cannot be read
   */
  Map<String, Double> trainingSeconds() throws IOException {
    Map<String, Double> seconds = new HashMap<>();
    for (List<String> row :
        rows("training-timings.csv", TrainingTables.timings(plan, Map.of(), Map.of()))) {
      seconds.put(key(row.get(0), row.get(1), row.get(2)), Double.valueOf(row.get(3)));
    }
    return seconds;
  }

  /**
   * The ends of the thresholds that were found out.
   *
   * @return by position of the seed
   * @throws IOException that names the table if it cannot be read
   */
  Map<Integer, Threshold.Ends> thresholds() throws IOException {
    Map<Integer, Threshold.Ends> ends = new TreeMap<>();
    for (List<String> row :
        rows(ArrivalTables.THRESHOLDS, ArrivalTables.thresholds(plan, Map.of()))) {
      ends.put(
          plan.seeds().indexOf(Long.valueOf(row.get(0))),
          new Threshold.Ends(Double.parseDouble(row.get(3)), Double.parseDouble(row.get(4))));
    }
    return ends;
  }

  static String key(String... parts) {
    return String.join("\n", parts);
  }

  private Map<String, List<Trade>> trades() throws IOException {
    Map<String, List<Trade>> trades = new HashMap<>();
    for (List<String> row : rows("trades.csv", Tables.trades(plan, List.of()))) {
      trades
          .computeIfAbsent(key(row.get(0), row.get(1), row.get(2)), k -> new ArrayList<>())
          .add(
              new Trade(
                  Integer.parseInt(row.get(3)),
                  LocalDateTime.parse(row.get(4)),
                  row.get(5),
                  row.get(6),
                  Double.parseDouble(row.get(7)),
                  Double.parseDouble(row.get(8)),
                  Double.parseDouble(row.get(9))));
    }
    return trades;
  }

  private Map<String, List<String>> byEpisode(String name, String empty) throws IOException {
    Map<String, List<String>> rows = new HashMap<>();
    for (List<String> row : rows(name, empty)) {
      rows.put(key(row.get(0), row.get(1), row.get(2)), row);
    }
    return rows;
  }

  /** The rows of a table whose header is that of an empty one of this plan. */
  private List<List<String>> rows(String name, String empty) throws IOException {
    List<List<String>> rows = Csv.rows(directory.read(name).orElse(empty));
    List<String> header = Csv.rows(empty).get(0);
    if (rows.isEmpty() || !rows.get(0).equals(header)) {
      throw foreign(name);
    }
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw foreign(name);
      }
    }
    try {
      return rows.subList(1, rows.size());
    } catch (DateTimeException | NumberFormatException e) {
      throw new IOException(name + " is damaged: " + e.getMessage(), e);
    }
  }

  private static IOException foreign(String name) {
    return new IOException(name + " is not of this experiment, or damaged");
  }
}
