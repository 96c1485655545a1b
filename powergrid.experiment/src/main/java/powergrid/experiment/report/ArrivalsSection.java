package powergrid.experiment.report;

import java.util.List;
import powergrid.api.experiment.Arrivals;
import powergrid.api.experiment.Arrivals.Arrival;
import powergrid.api.experiment.Arrivals.Time;
import powergrid.experiment.files.Digits;

/** How long learners took to come to the threshold. */
final class ArrivalsSection {
  private final ReportData data;
  private final Page page;

  ArrivalsSection(ReportData data, Page page) {
    this.data = data;
    this.page = page;
  }

  void write() {
    data.arrivals().ifPresent(this::write);
  }

  private void write(Arrivals arrivals) {
    page.open("section", "id", "arrivals");
    page.element("h2", "How long it took");
    page.element(
        "p",
        "Until a trial on validation days was as good as the threshold: "
            + arrivals.threshold()
            + ". The median is Kaplan and Meier's; the mean is of the time until a run arrives or"
            + " the horizon comes, with its 95 % bootstrap interval. Runs that never arrived count"
            + " until their end and are not left out. Agent samples are steps times the agents who"
            + " learn; seconds are of training on this machine, with what else ran there, and are steps times"
            + " seconds a step.",
        "class",
        "lead");
    page.open("div", "class", "wide").open("table");
    page.open("thead").open("tr");
    for (String heading :
        List.of(
            "variant",
            "arrived",
            "steps, median",
            "steps, mean",
            "agents",
            "agent samples, median",
            "seconds, median",
            "ms a step")) {
      page.element("th", heading, "scope", "col");
    }
    page.close().close().open("tbody");
    arrivals.variants().forEach(this::row);
    page.close().close().close().close();
  }

  private void row(Arrival arrival) {
    page.open("tr");
    page.element("th", arrival.variant(), "scope", "row");
    page.element("td", arrival.arrived() + " of " + arrival.n());
    median(arrival.steps().median(), arrival.n());
    mean(arrival.steps(), arrival.n());
    page.element("td", Integer.toString(arrival.agents()));
    median(arrival.steps().median() * arrival.agents(), arrival.n());
    median(arrival.steps().median() * arrival.secondsPerStep(), arrival.n());
    page.open("td");
    number(arrival.secondsPerStep() * 1000);
    page.close().close();
  }

  private void median(double value, int runs) {
    page.open("td");
    if (runs > 0 && Double.isNaN(value)) {
      page.text("not reached");
    } else {
      number(value);
    }
    page.close();
  }

  private void mean(Time time, int runs) {
    page.open("td", "title", "up to " + Digits.shortest(time.horizon()));
    number(time.mean());
    if (runs > 1 && Double.isFinite(time.low())) {
      page.open("span", "class", "interval").text("[");
      number(time.low());
      page.text(", ");
      number(time.high());
      page.text("]").close();
    }
    page.close();
  }

  private void number(double value) {
    page.element(
        "data",
        Brief.of(value, Double.isFinite(value) ? Brief.decimals(value) : 0),
        "value",
        Digits.shortest(value));
  }
}
