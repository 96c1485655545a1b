package powergrid.experiment.report;

import java.util.List;

/** What it takes to get the same again. */
final class OriginSection {
  private final ReportData data;
  private final Page page;

  OriginSection(ReportData data, Page page) {
    this.data = data;
    this.page = page;
  }

  void write() {
    ReportData.Origin origin = data.origin();
    page.open("section", "id", "reproduce");
    page.element("h2", "To get the same again");
    page.element(
        "p",
        "The same scenario, seeds, version and plug-ins give the same figures to the last bit, on"
            + " any number of threads. manifest.json has all of this for programs.",
        "class",
        "lead");
    if (!origin.command().isEmpty()) {
      page.open("pre").element("code", origin.command()).close();
    }
    page.open("details").element("summary", "Plug-ins in use: " + origin.plugins().size());
    page.open("div", "class", "wide").open("table", "class", "plugins").open("thead").open("tr");
    for (String heading : List.of("plug-in", "bundle", "version", "SHA-256 of the jar")) {
      page.element("th", heading, "scope", "col");
    }
    page.close().close().open("tbody");
    for (List<String> plugin : origin.plugins()) {
      page.open("tr");
      plugin.forEach(cell -> page.element("td", cell));
      page.close();
    }
    page.close().close().close().close();
    page.open("details").element("summary", "The scenario, every default filled in");
    page.open("pre").element("code", origin.scenario()).close();
    page.close().close();
  }
}
