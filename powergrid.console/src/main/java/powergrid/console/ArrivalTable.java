package powergrid.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import powergrid.api.experiment.Arrivals;
import powergrid.api.experiment.Arrivals.Arrival;
import powergrid.api.experiment.Arrivals.Time;

/** How long learners took to come to a threshold: a row a variant. */
final class ArrivalTable {
  private final Arrivals arrivals;

  ArrivalTable(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /** The lines, without line ends. */
  List<String> lines() {
    TextTable.Align r = TextTable.Align.RIGHT;
    TextTable table = new TextTable(TextTable.Align.LEFT, r, r, r, r, r, r);
    table.row(
        List.of(
            "variant", "arrived", "median steps", "mean steps", "samples", "median s", "ms/step"));
    for (Arrival a : arrivals.variants()) {
      table.row(
          List.of(
              a.variant(),
              a.arrived() + " of " + a.n(),
              median(a.steps(), a.n()),
              Numbers.fixed(a.steps().mean(), 0),
              Double.isNaN(a.steps().median())
                  ? "–"
                  : Numbers.fixed(a.steps().median() * a.agents(), 0),
              Double.isNaN(a.steps().median())
                  ? "–"
                  : Numbers.fixed(a.steps().median() * a.secondsPerStep(), 1),
              Numbers.fixed(a.secondsPerStep() * 1000, 3)));
    }
    List<String> rows = table.lines();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("How long learners took to come to " + arrivals.threshold() + ":");
    lines.add(rows.get(0));
    lines.add("-".repeat(rows.stream().mapToInt(String::length).max().orElse(0)));
    lines.addAll(rows.subList(1, rows.size()));
    arrivals.variants().stream()
        .filter(a -> a.n() > 0)
        .findFirst()
        .ifPresent(
            a ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "Runs that did not arrive count until their end; means are up to step %.0f.",
                        a.steps().horizon())));
    return lines;
  }

  private static String median(Time time, int runs) {
    return Double.isNaN(time.median())
        ? runs == 0 ? "–" : "not reached"
        : Numbers.fixed(time.median(), 0);
  }
}
