package powergrid.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.scenario.Scenarios.assertMistakes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;

class YamlTreeTest {
  @Test
  void scalarsStayAsWritten() {
    Map<String, Setting> fields =
        fields("{a: 007, b: '007', c: \"x\\ty\", d: yes, e: null, f: ~, g: , h: \"\", i: 1e3}");
    assertScalar("007", false, fields.get("a"));
    assertScalar("007", true, fields.get("b"));
    assertScalar("x\ty", true, fields.get("c"));
    assertScalar("yes", false, fields.get("d"));
    assertScalar("", false, fields.get("e"));
    assertScalar("", false, fields.get("f"));
    assertScalar("", false, fields.get("g"));
    assertScalar("", true, fields.get("h"));
    assertScalar("1e3", false, fields.get("i"));
  }

  private static void assertScalar(String text, boolean quoted, Setting setting) {
    assertEquals(new Setting.Scalar(setting.place(), text, quoted), setting);
  }

  @Test
  void flowStyleHasTheLineAndColumnOfEveryValue() {
    Map<String, Setting> fields = fields("{a: [1,\n  22], b: {c: 3}}");
    assertPlace(1, 5, "a", fields.get("a"));
    Setting.Sequence list = (Setting.Sequence) fields.get("a");
    assertPlace(1, 6, "a.0", list.items().get(0));
    assertPlace(2, 3, "a.1", list.items().get(1));
    assertPlace(2, 15, "b.c", ((Setting.Mapping) fields.get("b")).fields().get("c"));
  }

  @Test
  void blockStyleHasTheLineAndColumnOfEveryValueAndName() {
    Setting.Mapping root = (Setting.Mapping) parse("a:\n  - id: x\n    v: 1\n  - 2\nb:\n  c: 3\n");
    assertPlace(1, 1, "", root);
    assertPlace(1, 1, "a", root.fields().get("a"));
    List<Setting> items = ((Setting.Sequence) root.fields().get("a")).items();
    assertPlace(2, 5, "a.x", items.get(0));
    assertPlace(3, 8, "a.x.v", ((Setting.Mapping) items.get(0)).fields().get("v"));
    assertPlace(4, 5, "a.1", items.get(1));
    Setting.Mapping b = (Setting.Mapping) root.fields().get("b");
    assertPlace(6, 6, "b.c", b.fields().get("c"));
    assertEquals(new Place("s.yaml", 6, 3, "b.c"), b.placeOfName("c"));
  }

  private static void assertPlace(int line, int column, String path, Setting setting) {
    assertEquals(new Place("s.yaml", line, column, path), setting.place());
  }

  @Test
  void windowsLinesAndAByteOrderMarkDoNotMoveAnything() {
    assertEquals(parse("a: 1\nb:\n  - 2\n"), parse("\uFEFFa: 1\r\nb:\r\n  - 2\r\n"));
  }

  @Test
  void columnsCountCharactersNotUtf16Units() {
    // { ' 😀 ' : space 1 , space b : space 2
    assertPlace(1, 13, "b", fields("{'😀': 1, b: 2}").get("b"));
  }

  @Test
  void anAliasHasItsOwnPathAndTheLineOfWhatItStandsFor() {
    Map<String, Setting> fields = fields("a: &x\n  v: 1\nb: *x\n");
    Setting.Mapping b = (Setting.Mapping) fields.get("b");
    assertPlace(2, 6, "b.v", b.fields().get("v"));
  }

  @Test
  void elementsAreCalledByTheirIdUnlessItHasADot() {
    Map<String, Setting> fields = fields("a: [{id: x}, {id: y.z}, {di: x}]");
    List<String> paths =
        ((Setting.Sequence) fields.get("a"))
            .items().stream().map(item -> item.place().path()).toList();
    assertEquals(List.of("a.x", "a.1", "a.2"), paths);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: [1\\nb: 2      | 2:2: is not YAML: expected ',' or ']', but got : while parsing a flow sequence that begins on line 1
          a:\\n\\tb: 2      | 2:1: is not YAML: a tab cannot indent; use spaces
          a: b: 2          | 1:5: is not YAML: mapping values are not allowed here; put a text that holds ': ' in quotes, and check the indentation
          a: "x            | 1:6: is not YAML: found unexpected end of stream while scanning a quoted scalar that begins on line 1
          a: *x            | 1:4: is not YAML: found undefined alias x
          a: &x [*x]       | 1:4: a.0: an alias (*name) stands for what it is itself a part of
          a: 1\\n---\\nb: 2 | 2:1: a second document starts here; a scenario is one document, so remove the '---'
          ? [a]\\n: 1       | 1:3: a field's name must be a text, not a list or fields
          {"": 1}          | 1:2: a field has no name; write one before the ':'
          a: !<!x > 1      | 1:8: is not YAML: expected '>', but found ' ' (32) while scanning a tag that begins on line 1
          """)
  void whatIsNotDataIsRefused(String text, String message) {
    List<Mistake> mistakes = new ArrayList<>();
    YamlTree.parse(text.replace("\\n", "\n").replace("\\t", "\t"), Origin.file("s.yaml"), mistakes);
    assertEquals(
        "s.yaml:" + message, String.join("\n", mistakes.stream().map(Mistake::toString).toList()));
  }

  @Test
  void whatHoldsNothingIsEmpty() {
    assertMistakes("", "s.yaml: is empty; write a scenario");
    assertMistakes("# only a comment\n", "s.yaml: is empty; write a scenario");
    assertMistakes("---\n", "s.yaml: is empty; write a scenario");
    assertMistakes("null\n", "s.yaml: is empty; write a scenario");
  }

  @Test
  void duplicateNamesAreRefusedWithBothPlaces() {
    List<Mistake> mistakes = new ArrayList<>();
    YamlTree.parse("a:\n  b: 1\n  c: 2\n  'b': 3\n", Origin.file("s.yaml"), mistakes);
    assertEquals(
        "[s.yaml:4:3: a.b: field 'b' is given twice, first on line 2, column 3; keep one of them]",
        mistakes.toString());
  }

  @Test
  void everyTagIsRefusedAlsoOfNames() {
    List<Mistake> mistakes = new ArrayList<>();
    String text = "a: !!java.net.URL [x]\nb: !x {c: ! d}\n!!str e: 1\n";
    YamlTree.parse(text, Origin.file("s.yaml"), mistakes);
    assertEquals(
        List.of(
            "s.yaml:1:4: a: the tag !!java.net.URL is not allowed; remove it",
            "s.yaml:2:4: b: the tag !x is not allowed; remove it",
            "s.yaml:2:11: b.c: the tag ! is not allowed; remove it",
            "s.yaml:3:1: the tag !!str is not allowed; remove it"),
        mistakes.stream().map(Mistake::toString).toList());
  }

  @Test
  void aThousandMillionLaughsAreRefusedAtOnce() {
    StringBuilder bomb =
        new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
    }
    assertTimeout(
        Duration.ofSeconds(5),
        () ->
            assertMistakes(
                bomb.toString(),
                "s.yaml: has more than 200,000 values, aliases (*name) expanded; use fewer"));
  }

  @Test
  void moreAliasesThanAnybodyWritesAreRefused() {
    assertMistakes(
        "a: &a []\nb: [" + "*a, ".repeat(1001) + "]\n",
        "s.yaml: has more than 1000 aliases (*name); use fewer");
  }

  @Test
  void aThousandAliasesAreFine() {
    Map<String, Setting> fields = fields("a: &a []\nb: [" + "*a, ".repeat(1000) + "]\n");
    assertEquals(1000, ((Setting.Sequence) fields.get("b")).items().size());
  }

  @Test
  void nestingIsBounded() {
    assertTrue(
        YamlTree.parse("[".repeat(64) + "]".repeat(64), Origin.file("s"), new ArrayList<>())
            .isPresent());
    assertMistakes(
        "[".repeat(100_000), "s.yaml:1:65: is nested more than 64 levels deep; use fewer levels");
    StringBuilder aliases = new StringBuilder("a0: &a0 []\n");
    for (int i = 1; i < 70; i++) {
      aliases.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }
    assertMistakes(
        aliases.toString(),
        "s.yaml:1:5: a63" + ".0".repeat(63) + ": aliases (*name) nest more than 64 levels deep");
  }

  @Test
  void valuesAndLinesAreBounded() {
    assertMistakes(
        "-\n".repeat(400_001),
        "s.yaml: has more than 200,000 values, aliases (*name) expanded; use fewer");
    assertMistakes(
        "a: 1\nb: " + "x".repeat(500_000),
        "s.yaml:2:1: the line has more than 500,000 characters; break it");
    assertMistakes(
        "#".repeat(10_485_761), "s.yaml: has 10,485,761 characters; the most is 10,485,760");
  }

  @Test
  void controlCharactersAreRefusedWithTheirPlace() {
    assertMistakes(
        "a: 1\nb: \u0007\n",
        "s.yaml:2:4: character U+0007 cannot stand in YAML; write it as text in UTF-8");
  }

  private static Map<String, Setting> fields(String text) {
    return ((Setting.Mapping) parse(text)).fields();
  }

  private static Setting parse(String text) {
    List<Mistake> mistakes = new ArrayList<>();
    Setting setting = YamlTree.parse(text, Origin.file("s.yaml"), mistakes).orElseThrow();
    assertEquals(List.of(), mistakes);
    return setting;
  }
}
