package powergrid.experiment.report;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import powergrid.api.experiment.Arrivals;
import powergrid.api.experiment.Comparison;
import powergrid.api.experiment.ExperimentResult.Outcome;
import powergrid.api.experiment.ExperimentResult.Summary;
import powergrid.api.experiment.Verdict;
import powergrid.api.metric.Better;
import powergrid.experiment.report.ReportData.Curve;
import powergrid.experiment.report.ReportData.Curves;
import powergrid.experiment.report.ReportData.Difference;
import powergrid.experiment.report.ReportData.Fact;
import powergrid.experiment.report.ReportData.Metric;
import powergrid.experiment.report.ReportData.Origin;
import powergrid.experiment.report.ReportData.SeedCurve;
import powergrid.experiment.report.ReportData.SeedValue;
import powergrid.experiment.report.ReportData.Variant;

/** A report with a bit of everything, in which every text from outside is a given one. */
final class Reports {
  private static final double NONE = Double.NaN;

  private Reports() {}

  static ReportData withText(String text) {
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\""
            + " viewBox=\"0 0 10 10\"><line x1=\"0\" y1=\"0\" x2=\"9\" y2=\"9\"/></svg>";
    Day day =
        new Day(
            text,
            1,
            LocalDateTime.of(2023, 7, 1, 0, 0),
            12,
            List.of(new Day.Microgrid(text, List.of(new Day.Device(text, List.of(1.5, -0.25))))),
            List.of(40.0, 50.0),
            List.of(
                new Day.Feeder(
                    text, List.of(0.94, NONE), List.of(1.0, NONE), List.of(1.01, NONE), 0, svg)),
            1,
            List.of(3.0, 4.0),
            List.of(0.0, 1.0),
            List.of(30.0, 40.0));
    return new ReportData(
        text,
        Outcome.FAILED,
        List.of(new Fact(text, text)),
        List.of(new Variant(text, false), new Variant("b", true)),
        List.of(new Metric(text, text)),
        List.of(
            new Summary(text, text, text, 2, 2.5, 2.5, 2, 3),
            new Summary("b", text, text, 1, 7, 7, 7, 7)),
        List.of(
            new SeedValue(text, text, Long.MAX_VALUE, 2),
            new SeedValue(text, text, 2, 3),
            new SeedValue("b", text, 2, 7)),
        List.of(
            new Difference(
                new Comparison(
                    text,
                    "b",
                    true,
                    text,
                    text,
                    Better.LOWER,
                    new Comparison.Difference(1, -4, -4, -4, -4),
                    new Comparison.Significance(1, 1, 1),
                    new Comparison.Improvement(1, 1, 1, 1),
                    Verdict.TOO_FEW_SEEDS),
                List.of(new SeedValue(text, text, 2, -4)))),
        Optional.of(
            new Arrivals(
                text,
                List.of(
                    new Arrivals.Arrival(
                        text, 3, 2, 1, new Arrivals.Time(NONE, 150, 100, 200, 200), 0.01)))),
        List.of(
            new Curves(
                text,
                List.of(100.0, 200.0),
                List.of(
                    new Curve(
                        text,
                        List.of(-3.0, -2.0),
                        List.of(-4.0, NONE),
                        List.of(-2.5, NONE),
                        List.of(
                            new SeedCurve(1, List.of(-3.5, -2.0)),
                            new SeedCurve(2, List.of(-2.5, NONE))))))),
        List.of(day),
        List.of(text),
        List.of(text),
        new Origin(text, List.of(List.of(text, text, text, text)), text));
  }
}
