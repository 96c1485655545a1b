package powergrid.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;
import powergrid.scenario.Scenarios;

class YamlWriterTest {
  private static final Place NOWHERE = new Place("", 0, 0, "");
  private static final String LETTERS = "ab1.0:-#,[]{}&*!|>'\"%@`?~ \n\t\\é😀\u0085\u2028=<+/";

  @Test
  void aScenarioIsWrittenAsAPersonWouldWriteIt() {
    assertEquals(
        """
        a: 1
        b: "1"
        c: [1, x, "y z"]
        d:
          - id: x
            e: null
          - [2]
        f: {}
        g: []
        """,
        YamlWriter.write(
            parse("{a: 1, b: '1', c: [1, x, 'y z'], d: [{id: x, e: }, [2]], f: {}, g: []}")));
  }

  @Test
  void aScenarioReadsBackTheSame() {
    Setting.Mapping root = Scenarios.read(Scenarios.text()).root();
    assertSame(root, Scenarios.read(YamlWriter.write(root)).root());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[null, ~, 'null', '', \"~\"]",
        "[1, '1', true, 'true', 2023-07-01, -1]",
        "|\n a\n\n  b\n",
        "a\n  b\n\n  c",
        "{'a: b': 1, '#': 3, '- ': 4, null: 6}",
        "- a, b\n- a [b\n- 'it''s'\n- \"\\x07 \\u2028 \\ufeff\"",
        "{? a : b}"
      })
  void oddTextsReadBackTheSame(String text) {
    Setting setting = parse(text);
    assertSame(setting, parse(YamlWriter.write(setting)));
  }

  @Test
  void anySettingReadsBackTheSame() {
    for (int seed = 0; seed < 2000; seed++) {
      Setting setting = setting(new Random(seed), 3);
      assertSame(setting, parse(YamlWriter.write(setting)));
    }
  }

  /**
   * What stands in quotes may be anything; what does not is what the reader made of a plain one.
   */
  private static Setting setting(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 4 : 2)) {
      case 0 -> new Setting.Scalar(NOWHERE, text(random), true);
      case 1 -> plain(random);
      case 2 -> sequence(random, depth - 1);
      default -> mapping(random, depth - 1);
    };
  }

  private static Setting sequence(Random random, int depth) {
    List<Setting> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(setting(random, depth));
    }
    return new Setting.Sequence(NOWHERE, items);
  }

  private static Setting mapping(Random random, int depth) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put("k" + text(random), setting(random, depth));
    }
    return new Setting.Mapping(NOWHERE, fields);
  }

  private static Setting plain(Random random) {
    List<Mistake> mistakes = new ArrayList<>();
    return YamlTree.parse(text(random), Origin.file(""), mistakes)
        .filter(Setting.Scalar.class::isInstance)
        .orElse(new Setting.Scalar(NOWHERE, "plain", false));
  }

  private static String text(Random random) {
    int[] letters = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  private static Setting parse(String text) {
    List<Mistake> mistakes = new ArrayList<>();
    var setting = YamlTree.parse(text, Origin.file("s"), mistakes);
    assertEquals(List.of(), mistakes, text);
    return setting.orElseThrow();
  }

  private static void assertSame(Setting expected, Setting actual) {
    assertEquals(bare(expected), bare(actual));
  }

  /** Without places, which writing changes. */
  private static Object bare(Setting setting) {
    if (setting instanceof Setting.Mapping mapping) {
      List<Object> fields = new ArrayList<>();
      mapping.fields().forEach((name, value) -> fields.add(List.of(name, bare(value))));
      return Map.of("fields", fields);
    }
    if (setting instanceof Setting.Sequence sequence) {
      return sequence.items().stream().map(YamlWriterTest::bare).toList();
    }
    return new Setting.Scalar(
        NOWHERE, ((Setting.Scalar) setting).text(), ((Setting.Scalar) setting).quoted());
  }
}
