package powergrid.experiment.report;

import java.util.List;
import java.util.stream.DoubleStream;
import powergrid.api.experiment.ExperimentResult.Summary;
import powergrid.experiment.files.Digits;

/** The variants by the metrics. */
final class ComparisonSection {
  private static final int LONG_NAME = 24;

  private final ReportData data;
  private final Page page;

  ComparisonSection(ReportData data, Page page) {
    this.data = data;
    this.page = page;
  }

  void write() {
    page.open("section", "id", "comparison");
    page.element("h2", "Comparison");
    page.element(
        "p",
        "The interquartile mean over the seeds of each seed's mean over its episodes, with its 95 %"
            + " bootstrap interval. In the plots a dot is a seed.",
        "class",
        "lead");
    table();
    page.open("div", "class", "plots", "data-plot", "metrics").close();
    page.close();
  }

  private void table() {
    page.open("div", "class", "wide");
    boolean wordy = data.variants().stream().anyMatch(v -> v.name().length() > LONG_NAME);
    page.open("table", "class", wordy ? "figures long" : "figures");
    page.open("thead").open("tr");
    page.element("th", "variant", "scope", "col");
    page.element("th", "seeds", "scope", "col");
    for (ReportData.Metric metric : data.metrics()) {
      heading(metric);
    }
    page.close().close();
    page.open("tbody");
    int[] decimals = data.metrics().stream().mapToInt(this::decimals).toArray();
    for (ReportData.Variant variant : data.variants()) {
      List<Summary> row =
          data.summaries().stream().filter(s -> s.variant().equals(variant.name())).toList();
      page.open("tr");
      name(variant);
      page.element("td", row.isEmpty() ? "–" : Integer.toString(row.get(0).n()));
      for (int m = 0; m < row.size(); m++) {
        cell(row.get(m), decimals[m]);
      }
      page.close();
    }
    page.close().close().close();
  }

  private void heading(ReportData.Metric metric) {
    page.open("th", "scope", "col").text(metric.name());
    if (!metric.unit().isEmpty()) {
      page.element("span", metric.unit(), "class", "unit");
    }
    page.close();
  }

  private void name(ReportData.Variant variant) {
    page.open("th", "scope", "row");
    name(variant.name());
    if (variant.baseline()) {
      page.element("span", "baseline", "class", "tag");
    }
    page.close();
  }

  /** May be broken after a slash. */
  private void name(String name) {
    String[] parts = name.split("(?<=/)", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        page.empty("wbr");
      }
      page.text(parts[i]);
    }
  }

  private int decimals(ReportData.Metric metric) {
    return Brief.decimals(
        data.summaries().stream()
            .filter(s -> s.metric().equals(metric.name()))
            .flatMapToDouble(s -> DoubleStream.of(s.iqm(), s.low(), s.high()))
            .toArray());
  }

  /** What is rounded carries its exact number along, as the tables of the run directory have it. */
  private void cell(Summary s, int decimals) {
    page.open("td", "title", "mean " + Digits.shortest(s.mean()) + ", n = " + s.n());
    number(s.iqm(), decimals);
    page.open("span", "class", "interval");
    if (s.n() > 1) {
      page.text("[");
      number(s.low(), decimals);
      page.text(", ");
      number(s.high(), decimals);
      page.text("]");
    }
    page.close().close();
  }

  private void number(double value, int decimals) {
    page.element("data", Brief.of(value, decimals), "value", Digits.shortest(value));
  }
}
