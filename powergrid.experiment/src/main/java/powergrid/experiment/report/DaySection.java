package powergrid.experiment.report;

import java.util.Locale;

/** One evaluated episode of each variant: dispatch, price, voltages, messages. */
final class DaySection {
  /** Characters of drawings that a page may have: more is slow to open. */
  private static final int ROOM = 8_000_000;

  private final ReportData data;
  private final Page page;
  private int drawn;

  DaySection(ReportData data, Page page) {
    this.data = data;
    this.page = page;
  }

  void write() {
    if (data.days().isEmpty()) {
      return;
    }
    page.open("section", "id", "day");
    page.element("h2", "A day");
    page.element(
        "p",
        "The first evaluated episode of each variant's first seed. Power that is injected is"
            + " positive, power that is taken negative; the line is the microgrid's sum.",
        "class",
        "lead");
    page.open("div", "data-plot", "chooser").close();
    page.open("div", "class", "plots", "data-plot", "day").close();
    page.close();
    feeders();
    page.open("section", "id", "traffic");
    page.element("h2", "Messages");
    page.element(
        "p",
        "What was sent in that day, counted by addressee, telemetry included.",
        "class",
        "lead");
    page.open("div", "class", "plots", "data-plot", "traffic").close();
    page.close();
  }

  private void feeders() {
    page.open("section", "id", "feeders");
    page.element("h2", "Voltages on the network");
    page.element(
        "p",
        "In the step of that day in which they went furthest from 1 pu, by variant." + fewer(),
        "class",
        "lead");
    for (Day day : data.days()) {
      day.feeders().forEach(feeder -> feeder(day, feeder));
    }
    page.close();
  }

  private String fewer() {
    Day day = data.days().get(0);
    return day.networks() > day.feeders().size()
        ? " Of "
            + day.networks()
            + " networks these are the "
            + day.feeders().size()
            + " where they went furthest."
        : "";
  }

  private void feeder(Day day, Day.Feeder feeder) {
    page.open("figure", "class", "feeder", "data-variant", day.variant());
    page.element("figcaption", day.variant() + ": " + feeder.name() + when(day, feeder));
    if (feeder.svg().isEmpty()) {
      page.element("p", "It could not be drawn.", "class", "note");
    } else if (drawn + feeder.svg().length() > ROOM) {
      page.element(
          "p", "Its drawing would make this page too large; it is in days/.", "class", "note");
    } else {
      drawn += feeder.svg().length();
      page.drawing(feeder.svg());
    }
    page.close();
  }

  private static String when(Day day, Day.Feeder feeder) {
    if (feeder.drawnAt() < 0) {
      return "";
    }
    long seconds = Math.round(feeder.drawnAt() * day.hours() * 3600);
    return String.format(
        Locale.ROOT,
        ", %s, %s to %s pu",
        day.start().plusSeconds(seconds).toString().replace('T', ' '),
        Brief.of(feeder.low().get(feeder.drawnAt()), 3),
        Brief.of(feeder.high().get(feeder.drawnAt()), 3));
  }
}
