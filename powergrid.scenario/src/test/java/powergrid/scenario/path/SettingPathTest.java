package powergrid.scenario.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
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
      YamlTree.parse(
              "{list: [{id: a, x: 1}, {id: \"0\", x: 2}, 3], experiment: {vary: {p.q: [4]}}}",
              Origin.file("s"),
              new ArrayList<>())
          .orElseThrow();

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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "list.b.x | there is no 'list.b'; 'list' has a, 0, 2",
        "list.7   | there is no 'list.7'; 'list' has a, 0, 2",
        "lst.a    | there is no 'lst'; did you mean 'list'?",
        "other.a  | there is no 'other'; the scenario has list, experiment"
      })
  void aPathThatLeadsNowhereSaysWhereItEnds(String path, String message) {
    NoSuchPath e = assertThrows(NoSuchPath.class, () -> SettingPath.of(path).replace(ROOT, ROOT));
    assertEquals(message, e.getMessage());
  }
}
