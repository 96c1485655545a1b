package powergrid.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a browser makes of a report, where there is one: that of the variable {@code
 * POWERGRID_BROWSER}, else {@code chromium}.
 */
class BrowserTest {
  private static final String NAMED = "POWERGRID_BROWSER";
  private static final String BROWSER =
      Optional.ofNullable(System.getenv(NAMED)).orElse("chromium");

  @TempDir Path temp;

  private String run(String... arguments) throws IOException, InterruptedException {
    Path output = temp.resolve("output");
    Path errors = temp.resolve("errors");
    Process process =
        new ProcessBuilder(arguments)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(arguments[0] + " does not end");
    }
    assertEquals(0, process.exitValue(), Files.readString(errors));
    return Files.readString(errors, StandardCharsets.ISO_8859_1) + Files.readString(output);
  }

  private String opened(String text) throws IOException, InterruptedException {
    return openedPage(HtmlReport.of(Reports.withText(text)));
  }

  private String openedPage(String html) throws IOException, InterruptedException {
    boolean there;
    try {
      there = run(BROWSER, "--version").contains("Chrom");
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(there, BROWSER + " is not there; name a Chromium by " + NAMED);
    Path page = temp.resolve("report.html");
    Files.writeString(page, html);
    return run(
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--user-data-dir=" + temp.resolve("profile"),
        "--enable-logging=stderr",
        "--virtual-time-budget=5000",
        "--window-size=1200,3000",
        "--dump-dom",
        page.toUri().toString());
  }

  @Test
  void everyPlotIsDrawnWithoutAComplaint() throws Exception {
    String dom = opened("two words");
    assertEquals(List.of(), dom.lines().filter(line -> line.contains("CONSOLE")).toList());
    // metric, difference, curve; dispatch, price, voltages, messages a step; messages, bytes
    assertEquals(9, Pattern.compile("<figure class=\"plot[^>]*>").matcher(dom).results().count());
    for (String shown :
        List.of(
            "aria-label=\"two words: two words 2.5, b 7\"",
            "aria-label=\"two words over steps\"",
            "aria-label=\"voltages on two words over the day\"",
            "aria-label=\"messages: two words 7\"",
            "aria-label=\"bytes: two words 70\"")) {
      assertTrue(dom.contains(shown), shown);
    }
  }

  /** A seed that has one point, a variant whose last points have no band: all have a mark. */
  @Test
  void pointsOfShortCurvesAreSeen() throws Exception {
    String dom = opened("two words");
    // of seeds 2 and 1, of the line 2
    assertEquals(5, Pattern.compile("<circle class=\"point\"").matcher(dom).results().count());
  }

  @Test
  void aPlotThatFailsLeavesTheOthersAlone() throws Exception {
    String page = HtmlReport.of(Reports.withText("two words"));
    String dom = openedPage(page.replace("\"low\":[-4,null]", "\"low\":7"));
    assertTrue(dom.contains("two words cannot be drawn: "), "said in its place");
    assertTrue(dom.contains("aria-label=\"voltages on two words over the day\""), "a later one");
    assertTrue(dom.contains("CONSOLE"), "said to whoever looks closer");
  }

  @Test
  void nothingThatIsGivenRuns() throws Exception {
    String dom =
        opened("<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>");
    assertFalse(dom.contains("<title>run</title>"), "a text was run");
    assertFalse(dom.contains("<img src"), "a text became an element");
    assertFalse(dom.contains("CONSOLE"), "nothing was even tried and refused");
  }
}
