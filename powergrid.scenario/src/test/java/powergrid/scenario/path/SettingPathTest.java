package powergrid.scenario.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.scenario.Setting;
import powergrid.scenario.yaml.Origin;
import powergrid.scenario.yaml.YamlTree;
import powergrid.scenario.yaml.YamlWriter;

class SettingPathTest {
  private static final Setting ROOT =
      parse("{list: [{id: a, x: 1}, {id: \"0\", x: 2}, 3], experiment: {vary: {p.q: [4]}}}");

  private static Setting parse(String text) {
    return YamlTree.parse(text, Origin.file("s"), new ArrayList<>()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "list.a.x, 1",
    "list.0.x, 2", // an id before an index
    "list.1.x, 2",
    "list.2, 3",
    "experiment.vary.p.q.0, 4"
  })
  void fieldsIdsAndIndicesLeadToAValue(String path, String text) throws NoSuchPath {
    Setting found = SettingPath.of(path).find(ROOT).orElseThrow();
    assertEquals(text, ((Setting.Scalar) found).text());
  }

  @ParameterizedTest
  @CsvSource({"list.b.x", "list.3", "list.99999999999", "list.a.x.y", "nothing"})
  void whatIsNotThereIsNotFound(String path) throws NoSuchPath {
    assertEquals(Optional.empty(), SettingPath.of(path).find(ROOT));
  }

  @Test
  void aReplacementChangesNothingElse() throws NoSuchPath {
    Setting five = SettingPath.of("list.2").find(ROOT).orElseThrow();
    Setting changed = SettingPath.of("list.a.y").replace(ROOT, five);
    assertEquals(
        YamlWriter.write(ROOT).replaceFirst("x: 1\n", "x: 1\n    y: 3\n"),
        YamlWriter.write(changed));
  }

  @ParameterizedTest
  @CsvSource({
    "many.*.x, 7 7 7", // a field that need not be there yet
    "many.a{n}.x, 7 7 3",
    "many.*.parts.p.x, 7 none 7", // a12 has no part p
    "many.a{n}.parts.*.x, 7 7 none",
    "many.a12.x, 1 7 3"
  })
  void aPathCanLeadToMany(String path, String numbers) throws NoSuchPath {
    Setting root =
        parse(
            "{many: [{id: a1, x: 1, parts: [{id: p, x: 1}]}, {id: a12, x: 2, parts: [{id: q}]},"
                + " {id: b, x: 3, parts: [{id: p}]}]}");
    Setting changed = SettingPath.of(path).replace(root, parse("7"));
    List<String> found = new ArrayList<>();
    for (String id : List.of("a1", "a12", "b")) {
      String part = path.contains("parts") ? ".parts.0.x" : ".x";
      found.add(
          SettingPath.of("many." + id + part)
              .find(changed)
              .map(x -> ((Setting.Scalar) x).text())
              .orElse("none"));
    }
    assertEquals(numbers, String.join(" ", found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "list.b.x | there is no 'list.b'; 'list' has a, 0, 2",
        "list.*.x | 'list.*' is '3', which has no fields",
        "list.b{n} | there is no 'list.b{n}'; 'list' has a, 0, 2",
        "list.7   | there is no 'list.7'; 'list' has a, 0, 2",
        "lst.a    | there is no 'lst'; did you mean 'list'?",
        "other.a  | there is no 'other'; the scenario has list, experiment"
      })
  void aPathThatLeadsNowhereSaysWhereItEnds(String path, String message) {
    NoSuchPath e = assertThrows(NoSuchPath.class, () -> SettingPath.of(path).replace(ROOT, ROOT));
    assertEquals(message, e.getMessage());
  }
}
