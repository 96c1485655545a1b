package powergrid.experiment.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The report as one page that needs no other file and no network, and may not use any: its own
 * content security policy says so. What counts stands in it as text; plots are drawn by its script
 * with D3 where it is opened.
 */
public final class HtmlReport {
  /** The name of the file. */
  public static final String FILE = "report.html";

  private final ReportData data;
  private final Page page = new Page();

  private HtmlReport(ReportData data) {
    this.data = data;
  }

  /**
   * Writes the page.
   *
   * @param data what it shows
   * @return an HTML document
   */
  public static String of(ReportData data) {
    return new HtmlReport(data).write();
  }

  private String write() {
    String library = Resources.text("d3.min.js");
    String licence =
        "/*\nThis page carries D3, https://d3js.org:\n\n" + Resources.text("d3-LICENSE");
    String plots = licence + "*/\n" + library;
    String script = Resources.text("report.js");
    page.open("html", "lang", "en");
    head(plots, script);
    page.open("body");
    top();
    page.open("main");
    new ComparisonSection(data, page).write();
    new DifferencesSection(data, page).write();
    new LearningSection(data, page).write();
    new ArrivalsSection(data, page).write();
    new DaySection(data, page).write();
    new OriginSection(data, page).write();
    page.close();
    page.element(
        "noscript",
        "The plots of this page are drawn by its script, which may not run here; all figures stand"
            + " in its tables, in summary.csv and in episodes.csv.",
        "class",
        "note");
    page.json("data", new ReportJson(data).text());
    page.code("script", plots);
    page.code("script", script);
    page.close();
    page.close();
    return page.end();
  }

  private void head(String... scripts) {
    StringBuilder policy = new StringBuilder("default-src 'none'; style-src 'unsafe-inline';");
    policy.append(" base-uri 'none'; form-action 'none'; script-src");
    for (String script : scripts) {
      policy.append(" 'sha256-").append(digest(Page.between(script))).append('\'');
    }
    page.open("head");
    page.empty("meta", "charset", "utf-8");
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy.toString());
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.element("title", data.scenario() + " – PowerGrid Workbench");
    page.code("style", Resources.text("report.css"));
    page.close();
  }

  private void top() {
    page.open("header");
    page.element("p", "PowerGrid Workbench · report of an experiment", "class", "kicker");
    page.element("h1", data.scenario());
    String outcome = data.outcome().name().toLowerCase(Locale.ROOT);
    page.open("dl", "class", "facts");
    page.open("div").element("dt", "outcome");
    page.open("dd").element("span", outcome, "class", "outcome " + outcome).close().close();
    for (ReportData.Fact fact : data.facts()) {
      page.open("div").element("dt", fact.name()).element("dd", fact.text()).close();
    }
    page.close();
    list("failures", data.failures());
    list("notes", data.notes());
    page.close();
    navigation();
  }

  private void list(String kind, List<String> lines) {
    if (!lines.isEmpty()) {
      page.open("section", "class", kind, "id", kind);
      page.element("h2", kind.equals("failures") ? "What failed" : "To be noted");
      page.open("ul");
      lines.forEach(line -> page.element("li", line));
      page.close().close();
    }
  }

  private void navigation() {
    page.open("nav", "aria-label", "Sections");
    page.element("a", "Comparison", "href", "#comparison");
    if (!data.differences().isEmpty()) {
      page.element("a", "Paired differences", "href", "#differences");
    }
    if (!data.curves().isEmpty()) {
      page.element("a", "Learning", "href", "#learning");
    }
    if (data.arrivals().isPresent()) {
      page.element("a", "Arrivals", "href", "#arrivals");
    }
    if (!data.days().isEmpty()) {
      page.element("a", "A day", "href", "#day");
      page.element("a", "Voltages", "href", "#feeders");
      page.element("a", "Messages", "href", "#traffic");
    }
    page.element("a", "Reproduce", "href", "#reproduce");
    page.close();
  }

  private static String digest(String script) {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
