package powergrid.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import powergrid.api.experiment.Comparison;
import powergrid.api.experiment.Comparison.Difference;
import powergrid.api.experiment.Comparison.Improvement;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.Verdict;
import powergrid.api.metric.Better;

/**
 * What the comparisons of an experiment show in its first metric, and which learners beat what they
 * are held against, in words.
 */
final class Verdicts {
  private static final int DIGITS = 4;
  private static final double LEVEL = 0.05;

  private final ExperimentResult result;

  Verdicts(ExperimentResult result) {
    this.result = result;
  }

  /** The lines, without line ends; none where nothing is compared. */
  List<String> lines() {
    List<Comparison> first =
        result.comparisons().stream()
            .filter(c -> c.metric().equals(result.metrics().get(0)))
            .toList();
    List<String> lines = new ArrayList<>();
    if (first.stream().anyMatch(c -> c.difference().n() > 1)) {
      lines.add("");
      lines.add(heading(first.get(0)));
      lines.addAll(table(first));
    }
    List<String> sentences = sentences(first);
    if (!sentences.isEmpty()) {
      lines.add("");
      lines.addAll(sentences);
    }
    return lines;
  }

  private static String heading(Comparison c) {
    String unit = c.unit().isEmpty() ? "" : " [" + c.unit() + "]";
    return "Differences in "
        + c.metric()
        + unit
        + ", seed by seed"
        + (c.better() == Better.NEITHER
            ? ":"
            : "; " + c.better().name().toLowerCase(Locale.ROOT) + " is better:");
  }

  private static List<String> table(List<Comparison> comparisons) {
    boolean judged = comparisons.get(0).better() != Better.NEITHER;
    TextTable.Align l = TextTable.Align.LEFT;
    TextTable.Align r = TextTable.Align.RIGHT;
    TextTable table =
        judged ? new TextTable(l, l, r, r, l, r, l, l) : new TextTable(l, l, r, r, l, r, l);
    List<String> heads =
        List.of(
            "variant",
            "compared with",
            "seeds",
            "difference",
            "95 % interval",
            "p (Holm)",
            "P(better)",
            "");
    table.row(cells(heads, judged));
    int decimals = decimals(comparisons);
    for (Comparison c : comparisons) {
      Difference d = c.difference();
      List<String> row =
          List.of(
              c.variant(),
              c.reference(),
              Integer.toString(d.n()),
              signed(d.iqm(), decimals),
              d.n() > 1 ? interval(d.low(), d.high(), decimals) : "",
              p(c.significance().adjusted()),
              probability(c.improvement()),
              verdict(c));
      table.row(cells(row, judged));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add(1, "-".repeat(lines.stream().mapToInt(String::length).max().orElse(0)));
    return lines;
  }

  /** Without the column of a probability that there is not. */
  private static List<String> cells(List<String> all, boolean judged) {
    List<String> cells = new ArrayList<>(all);
    if (!judged) {
      cells.remove(all.size() - 2);
    }
    return cells;
  }

  private static String verdict(Comparison c) {
    return switch (c.verdict()) {
      case BETTER -> c.baseline() ? "beats it" : "better";
      case WORSE -> "worse";
      case DIFFERENT -> "different";
      case UNDECIDED -> c.baseline() ? "does not beat it" : "no difference shown";
      case TOO_FEW_SEEDS ->
          c.baseline() && !c.ahead() ? "does not beat it" : "too few seeds to tell";
    };
  }

  private static List<String> sentences(List<Comparison> comparisons) {
    Map<String, List<String>> unbeaten = new LinkedHashMap<>();
    Map<String, List<String>> untold = new LinkedHashMap<>();
    for (Comparison c : comparisons) {
      if (c.baseline() && c.better() != Better.NEITHER && c.verdict() != Verdict.BETTER) {
        boolean open = c.verdict() == Verdict.TOO_FEW_SEEDS && c.ahead();
        (open ? untold : unbeaten)
            .computeIfAbsent(c.variant(), v -> new ArrayList<>())
            .add(c.reference());
      }
    }
    List<String> lines = new ArrayList<>();
    unbeaten.forEach(
        (variant, others) -> lines.add(variant + " does not beat " + listed(others) + "."));
    untold.forEach(
        (variant, others) ->
            lines.add("Whether " + variant + " beats " + listed(others) + " is not known."));
    comparisons.stream()
        .filter(
            c -> c.verdict() == Verdict.TOO_FEW_SEEDS && (c.baseline() || c.difference().n() > 1))
        .findFirst()
        .ifPresent(
            c ->
                lines.add(
                    "To tell any of these apart takes at least "
                        + enough(c.significance().family())
                        + " seeds."));
    return lines;
  }

  /** As many as can show anything: a test by signs of n pairs has no p below 2 of 2ⁿ. */
  private static int enough(int family) {
    int n = 1;
    while (family * Math.scalb(1.0, 1 - n) > LEVEL) {
      n++;
    }
    return n;
  }

  private static String listed(List<String> names) {
    return names.size() == 1
        ? names.get(0)
        : names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", "))
            + " or "
            + names.get(names.size() - 1);
  }

  private static int decimals(List<Comparison> comparisons) {
    double greatest =
        comparisons.stream()
            .mapToDouble(c -> Math.abs(c.difference().iqm()))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    return greatest == 0
        ? 0
        : Math.max(0, Math.min(6, DIGITS - 1 - (int) Math.floor(Math.log10(greatest))));
  }

  private static String signed(double value, int decimals) {
    String text = Numbers.fixed(value, decimals);
    return value > 0 && !text.startsWith("-") ? "+" + text : text;
  }

  private static String interval(double low, double high, int decimals) {
    return "[" + signed(low, decimals) + ", " + signed(high, decimals) + "]";
  }

  private static String p(double p) {
    return p < 0.0005 ? "< 0.001" : Numbers.fixed(p, 3);
  }

  private static String probability(Improvement i) {
    if (!Double.isFinite(i.probability())) {
      return "";
    }
    return Numbers.fixed(i.probability(), 2)
        + " ["
        + Numbers.fixed(i.low(), 2)
        + ", "
        + Numbers.fixed(i.high(), 2)
        + "]";
  }
}
