package powergrid.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import powergrid.api.agent.Visibility;
import powergrid.api.metric.Better;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.plugin.Passage;
import powergrid.api.plugin.Passage.Form;
import powergrid.api.plugin.Passage.Span;
import powergrid.api.plugin.Passage.Style;
import powergrid.api.plugin.PluginDescription;
import powergrid.api.plugin.PluginDescription.Measure;
import powergrid.api.plugin.PluginDescription.Sample;
import powergrid.api.plugin.PluginKind;
import powergrid.api.plugin.VariableDescription;
import powergrid.api.space.Axis;
import powergrid.console.Doors.Said;

class DescribeCommandTest {
  private static final double NO = Double.NEGATIVE_INFINITY;
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static final List<FieldDescription> FIELDS =
      List.of(
          new FieldDescription(
              "sellFactor", "number", "", 0, 1, "0.9", "", false, "Share paid", List.of()),
          new FieldDescription(
              "limit",
              "fields",
              "",
              NO,
              NONE,
              "",
              "{mw: 5}",
              true,
              "What it carries at most",
              List.of(
                  new FieldDescription(
                      "mw", "number", "MW", 1e-6, NONE, "", "", false, "Power", List.of()))),
          new FieldDescription(
              "days", "whole number", "d", 1, 7, "3", "", false, "How long", List.of()));

  private static final List<Passage> MODEL =
      List.of(
          new Passage(
              Form.PARAGRAPH,
              List.of(
                  new Span(Style.PLAIN, "Bills P_grid (see "),
                  new Span(Style.EMPHASIS, "A Book"),
                  new Span(Style.PLAIN, ") with "),
                  new Span(Style.CODE, "a | b"),
                  new Span(Style.PLAIN, ", where P is the power at the source:"))),
          new Passage(Form.LINES, List.of(new Span(Style.PLAIN, "cost = P π Δt\n     for P < 0"))),
          new Passage(Form.ITEM, List.of(new Span(Style.PLAIN, "one"))),
          new Passage(Form.ITEM, List.of(new Span(Style.PLAIN, "two"))));

  private static final List<VariableDescription> POWER =
      Stream.of("electrical.pMw", "electrical.pMw.a", "electrical.pMw.b")
          .map(name -> Axis.real(name, "MW", NO, NONE))
          .map(axis -> new VariableDescription(axis, Double.NaN, Visibility.PARENT))
          .toList();

  private static final Sample SAMPLE =
      new Sample(
          "limit: {mw: 5}",
          List.of(
              new VariableDescription(Axis.real("p", "MW", -1.0 / 3, 5), 0, Visibility.OWNER),
              new VariableDescription(Axis.choice("on", 2), 1, Visibility.ALL)),
          List.of(
              new VariableDescription(Axis.real("meter.days", "d", 0, 7), 0, Visibility.HIDDEN)),
          POWER,
          List.of("price", "load"),
          "");

  private static final Workbenches.Catalog CATALOG =
      new Workbenches.Catalog(
          List.of(
              Workbenches.plugin(PluginKind.DEVICE, "grid", "connection to the grid above", ""),
              Workbenches.plugin(PluginKind.DEVICE, "storage", "battery", "two bundles have it"),
              Workbenches.plugin(PluginKind.METRIC, "cost", "what it costs", ""),
              Workbenches.plugin(PluginKind.POLICY, "broken", "", "")),
          Map.of(
              "grid", new PluginDescription(MODEL, FIELDS, Optional.of(SAMPLE), Optional.empty()),
              "cost",
                  new PluginDescription(
                      List.of(),
                      List.of(),
                      Optional.empty(),
                      Optional.of(new Measure("USD", Better.LOWER)))));

  @TempDir Path temp;

  private Said call(Doors door, String... arguments) {
    List<String> all = Stream.concat(Stream.of("describe"), Stream.of(arguments)).toList();
    return door.call(List.of(new DescribeCommand(CATALOG)), temp, all);
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceIsDescribedByItsModelItsFieldsAndWhatItDeclares(Doors door) {
    Said said = call(door, "device/grid", "--width", "60");
    assertEquals(0, said.status(), said.err());
    assertEquals(
        List.of(
            "device/grid: connection to the grid above",
            "from powergrid.grid 0.1.0",
            "",
            "  Bills P_grid (see A Book) with a | b, where P is the power",
            "  at the source:",
            "",
            "      cost = P π Δt",
            "           for P < 0",
            "",
            "  - one",
            "  - two",
            "",
            "FIELD       DEFAULT   VALUES                  MEANING",
            "sellFactor  0.9       0 to 1                  Share paid",
            "limit       required  fields                  What it carries",
            "                                              at most",
            "  mw        none      at least 1e-6 MW        Power",
            "days        3 d       whole number, 1 to 7 d  How long",
            "",
            "Every device also has id, type, bus, phases, connection,",
            "shedPriority and policy.",
            "",
            "ACTION                AT REST   VALUES             SEEN BY",
            "p                     0 MW      -0.333333 to 5 MW  owner",
            "on                    1         0 or 1             all",
            "",
            "STATE                 AT START  VALUES             SEEN BY",
            "meter.days            0 d       0 to 7 d           nobody",
            "",
            "OF EVERY DEVICE                 VALUES             SEEN BY",
            "electrical.pMw                  number, MW         parent",
            "electrical.pMw.PHASE            number, MW         parent",
            "",
            "It reads the series price, load.",
            "Actions, state and bounds follow from the configuration;",
            "these are of one with limit: {mw: 5} and default values."),
        said.out().lines().toList());
  }

  @Test
  void aPageHasTheSameInMarkdownBehindWhatHoldsForAll() {
    Said said = call(Doors.COMMAND_LINE, "device", "--format", "markdown");
    assertEquals(0, said.status(), said.err());
    assertTrue(said.out().startsWith("# Devices" + Doors.EOL), said.out());
    assertTrue(said.out().contains("- **Signs.** "), said.out());
    List<String> lines = said.out().lines().toList();
    assertEquals(
        List.of(
            "| Device | What it is |",
            "|---|---|",
            "| [`grid`](#grid) | connection to the grid above |",
            "",
            "| Of every device | Values | Seen by |",
            "|---|---|---|",
            "| `electrical.pMw` | number, MW | parent |",
            "| `electrical.pMw.PHASE` | number, MW | parent |",
            "",
            "## grid",
            "",
            "Connection to the grid above. From the bundle `powergrid.grid`.",
            "",
            "Bills P\\_grid (see *A Book*) with `a | b`, where P is the power at the source:",
            "",
            "```",
            "cost = P π Δt",
            "     for P < 0",
            "```",
            "",
            "- one",
            "- two",
            "",
            "| Field | Default | Values | Meaning |",
            "|---|---|---|---|",
            "| `sellFactor` | 0.9 | 0 to 1 | Share paid |",
            "| `limit` | required | fields | What it carries at most |",
            "| `limit.mw` | none | at least 1e-6 MW | Power |",
            "| `days` | 3 d | whole number, 1 to 7 d | How long |",
            "",
            "| Action | At rest | Values | Seen by |",
            "|---|---|---|---|",
            "| `p` | 0 MW | -0.333333 to 5 MW | owner |",
            "| `on` | 1 | 0 or 1 | all |",
            "",
            "| State | At start | Values | Seen by |",
            "|---|---|---|---|",
            "| `meter.days` | 0 d | 0 to 7 d | nobody |",
            "",
            "It reads the series `price`, `load`. Actions, state and bounds follow from the"
                + " configuration; these are of one with",
            "limit: {mw: 5} and default values."),
        lines.subList(lines.indexOf("| Device | What it is |"), lines.size()));
  }

  @Test
  void noLineOfAPageBeginsAListByChance() {
    String words = "word ".repeat(23);
    PluginDescription description =
        new PluginDescription(
            List.of(
                new Passage(Form.PARAGRAPH, List.of(new Span(Style.PLAIN, words + "word - b"))),
                new Passage(Form.PARAGRAPH, List.of(new Span(Style.PLAIN, words + "word 1. b"))),
                new Passage(
                    Form.PARAGRAPH,
                    List.of(
                        new Span(Style.PLAIN, words + "w "), new Span(Style.CODE, "a - b < c")))),
            List.of(),
            Optional.empty(),
            Optional.empty());
    List<String> lines =
        new DescriptionPage()
            .part(Workbenches.plugin(PluginKind.METRIC, "x", "x", ""), description)
            .lines();
    assertTrue(lines.contains("\\- b"), lines::toString);
    assertTrue(lines.contains("1\\. b"), lines::toString);
    assertTrue(lines.contains("`a - b < c`"), lines::toString);
  }

  @ParameterizedTest
  @EnumSource
  void theReasonWhyNoneCouldBeMadeIsSaid(Doors door) {
    Sample none = new Sample("", List.of(), List.of(), POWER, List.of(), "mw: 3 is too many");
    var catalog =
        new Workbenches.Catalog(
            CATALOG.plugins(),
            Map.of(
                "grid",
                new PluginDescription(List.of(), FIELDS, Optional.of(none), Optional.empty())));
    Said said =
        door.call(
            List.of(new DescribeCommand(catalog)),
            temp,
            List.of("describe", "device/grid", "--width", "120"));
    assertEquals(0, said.status());
    List<String> lines = said.out().lines().toList();
    assertTrue(
        lines.contains("limit       required  fields                  What it carries at most"));
    assertEquals(
        "None could be made with default values, so its actions and state are unknown: mw: 3 is"
            + " too many",
        lines.get(lines.size() - 1));
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsDescribedOneByOne(Doors door) {
    Said said = call(door, "devices");
    assertEquals(0, said.status());
    assertEquals(
        List.of(
            "device/grid: connection to the grid above",
            "device/storage: battery",
            "CANNOT BE USED: two bundles have it"),
        said.out().lines().filter(l -> l.startsWith("device/") || l.startsWith("CANNOT")).toList());
    assertEquals("No rewards." + Doors.EOL, call(door, "rewards").out());
  }

  @ParameterizedTest
  @EnumSource
  void aPluginThatCannotBeDescribedSaysWhy(Doors door) {
    Said unusable = call(door, "device/storage");
    assertEquals(0, unusable.status());
    assertTrue(unusable.out().contains("CANNOT BE USED: two bundles have it"), unusable.out());
    Said broken = call(door, "policy/broken");
    assertEquals(1, broken.status());
    assertEquals(
        "powergrid describe: policy/broken: its factory throws: no class Battery" + Doors.EOL,
        broken.err());
    Said fieldless = call(door, "metrics/cost");
    assertTrue(fieldless.out().contains("It has no fields of its own."), fieldless.out());
    assertTrue(fieldless.out().contains("In USD; lower is better."), fieldless.out());
    Said page = call(door, "metrics", "--format", "markdown");
    assertTrue(page.out().lines().toList().contains("In USD; lower is better."), page.out());
  }

  @ParameterizedTest
  @EnumSource
  void theNearestTypeIsKnown(Doors door) {
    Said said = call(door, "device/gird");
    assertEquals(2, said.status());
    assertEquals(
        "powergrid describe: no device 'gird'; did you mean 'grid'? There are grid, storage."
            + Doors.EOL,
        said.err());
    assertEquals(2, call(door, "storage").status());
    assertEquals(2, call(door, "gadget/storage").status());
    assertEquals(2, call(door, "device/").status());
    assertEquals(2, call(door).status());
    assertEquals(2, call(door, "devices", "--format", "html").status());
    assertEquals(
        "powergrid describe: no reward 'x'. None is installed." + Doors.EOL,
        call(door, "reward/x").err());
  }
}
