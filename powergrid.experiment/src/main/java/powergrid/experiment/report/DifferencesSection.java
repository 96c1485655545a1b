package powergrid.experiment.report;

import java.util.List;
import powergrid.api.experiment.Comparison;
import powergrid.api.experiment.Comparison.Difference;
import powergrid.api.experiment.Comparison.Improvement;
import powergrid.api.experiment.Verdict;
import powergrid.api.metric.Better;
import powergrid.experiment.files.Digits;

/** How variants differ seed by seed, and what that shows. */
final class DifferencesSection {
  private static final int DECIMALS = 2;

  private final ReportData data;
  private final Page page;

  DifferencesSection(ReportData data, Page page) {
    this.data = data;
    this.page = page;
  }

  void write() {
    if (data.differences().isEmpty()) {
      return;
    }
    page.open("section", "id", "differences");
    page.element("h2", "Paired differences");
    page.element(
        "p",
        "A variant minus what it is compared with, seed by seed: the same days, weather and draws,"
            + " so that what is left is the variants' doing. The interquartile mean of the seeds'"
            + " differences with its 95 % bootstrap interval; p of a test that flips their signs,"
            + " by Holm's correction over all comparisons of the metric; and the probability that a"
            + " run of the variant does better than one of the other, on whatever seeds. docs/statistics.md"
            + " has the formulas.",
        "class",
        "lead");
    String first = data.metrics().get(0).name();
    table(data.differences().stream().filter(d -> d.figures().metric().equals(first)).toList());
    page.open("div", "class", "plots", "data-plot", "differences").close();
    List<ReportData.Difference> rest =
        data.differences().stream().filter(d -> !d.figures().metric().equals(first)).toList();
    if (!rest.isEmpty()) {
      page.open("details").element("summary", "The figures of the other metrics");
      table(rest);
      page.close();
    }
    page.close();
  }

  private void table(List<ReportData.Difference> differences) {
    page.open("div", "class", "wide").open("table", "class", "verdicts");
    page.open("thead").open("tr");
    for (String heading :
        List.of(
            "variant",
            "compared with",
            "metric",
            "seeds",
            "difference",
            "p (Holm)",
            "probability of improvement",
            "verdict")) {
      page.element("th", heading, "scope", "col");
    }
    page.close().close().open("tbody");
    differences.forEach(each -> row(each.figures()));
    page.close().close().close();
  }

  private void row(Comparison figures) {
    page.open("tr");
    page.element("th", figures.variant(), "scope", "row");
    page.open("td").text(figures.reference());
    if (figures.baseline()) {
      page.element("span", "baseline", "class", "tag");
    }
    page.close();
    page.element("td", (figures.metric() + " " + better(figures.better())).strip());
    page.element("td", Integer.toString(figures.difference().n()));
    Difference d = figures.difference();
    page.open("td", "title", "mean " + Digits.shortest(d.mean()));
    estimate(d.iqm(), d.low(), d.high(), d.n() > 1, Brief.decimals(d.iqm(), d.low(), d.high()));
    page.close();
    page.open(
        "td",
        "title",
        "p = "
            + Digits.shortest(figures.significance().p())
            + " before the correction, of a family of "
            + figures.significance().family());
    page.element(
        "data",
        Brief.probability(figures.significance().adjusted()),
        "value",
        Digits.shortest(figures.significance().adjusted()));
    page.close();
    Improvement i = figures.improvement();
    page.open("td", "title", "better in " + i.seeds() + " of " + d.n() + " seeds");
    estimate(i.probability(), i.low(), i.high(), Double.isFinite(i.low()), DECIMALS);
    page.close();
    String look =
        figures.verdict() == Verdict.BETTER
            ? "good"
            : figures.verdict() == Verdict.WORSE ? "bad" : "open";
    page.open("td").element("span", Verdicts.of(figures), "class", "verdict " + look).close();
    page.close();
  }

  private static String better(Better better) {
    return switch (better) {
      case LOWER -> "↓";
      case HIGHER -> "↑";
      case NEITHER -> "";
    };
  }

  private void estimate(double mid, double low, double high, boolean interval, int decimals) {
    number(mid, decimals);
    if (interval) {
      page.open("span", "class", "interval").text("[");
      number(low, decimals);
      page.text(", ");
      number(high, decimals);
      page.text("]").close();
    }
  }

  private void number(double value, int decimals) {
    page.element("data", Brief.of(value, decimals), "value", Digits.shortest(value));
  }
}
