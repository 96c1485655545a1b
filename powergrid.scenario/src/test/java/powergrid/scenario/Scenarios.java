package powergrid.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;

/** A small scenario, line by line, and what users are told when a line of it is wrong. */
public final class Scenarios {
  /** Ten lines; line 7 is the first device. */
  public static final List<String> LINES =
      List.of(
          "name: small",
          "clock: {start: \"2023-07-01T00:00\", step: 15min, steps: 96}",
          "network: ieee13",
          "microgrids:",
          "  - id: MG1",
          "    devices:",
          "      - {id: gen1, type: generator, bus: \"675\", pMaxMw: 0.66}",
          "      - {id: ess1, type: storage, bus: \"671\", phases: abc}",
          "experiment:",
          "  seeds: [1, 2]");

  private Scenarios() {}

  /** The scenario with one line, counted from 1, replaced by some others. */
  public static String with(int line, String... replacement) {
    List<String> lines = new ArrayList<>(LINES);
    lines.remove(line - 1);
    lines.addAll(line - 1, List.of(replacement));
    return String.join("\n", lines) + "\n";
  }

  public static String text() {
    return String.join("\n", LINES) + "\n";
  }

  public static Scenario read(String text) {
    return new YamlScenarioReader().parse(text, "s.yaml");
  }

  /** All that a user is told about a text. */
  public static void assertMistakes(String text, String... messages) {
    ScenarioException e = assertThrows(ScenarioException.class, () -> read(text));
    assertEquals(String.join("\n", messages), e.getMessage());
  }
}
