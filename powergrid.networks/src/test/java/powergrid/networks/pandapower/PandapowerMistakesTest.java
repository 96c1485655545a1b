package powergrid.networks.pandapower;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.networks.Mistakes;

class PandapowerMistakesTest {
  @TempDir Path folder;
  private Mistakes mistakes;

  @BeforeEach
  void name() {
    mistakes = new Mistakes(folder.resolve("net.json"), PandapowerNetworkTest::read);
  }

  private static String whole(String name) throws IOException {
    return Files.readString(PandapowerNetworkTest.file(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cigre-mv-all", "case14"})
  void refusesAFileCutAnywhere(String name) throws IOException {
    mistakes.cut(whole(name).getBytes(StandardCharsets.UTF_8));
  }

  /** Each is case14 with one thing changed; \\" are the quotes of JSON within JSON. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[[1,135.0,|[[1,-135.0,|bus 0: vn_kv is -135.0, not above 0",
        "[[1,135.0,|[[1,null,|bus 0: vn_kv is missing",
        "[[1,135.0,|[[1,\\\"135 kV\\\",|bus 0: vn_kv is 135 kV, not a finite number",
        "[[1,135.0,|[[1,1e999,|bus 0: vn_kv is Infinity, not a finite number",
        "[[1,135.0,|[[1,NaN,|is no complete JSON",
        "[[1,135.0,|[[135.0,|row 0 has 7 cells for 8 columns",
        "[0,1,2,3,4,5,6,7,8,9,10,11,12,13]|[0,0,2,3,4,5,6,7,8,9,10,11,12,13]|index 0 is used twice",
        "[0,1,2,3,4,5,6,7,8,9,10,11,12,13]|[0,1]|it has 2 indices and 14 rows",
        "[null,null,0,1,1.0,3.532|[null,null,0,99,1.0,3.532|line 0: to_bus is 99, and there is no bus",
        "[null,null,0,1,1.0,3.532|[null,null,0,0,1.0,3.532|line 0 connects bus 1 to itself",
        "[null,null,0,1,1.0,3.532|[null,null,0,1,0.0,3.532|line 0: length_km is 0.0, not above 0",
        "[null,1,21.699999999999999,12.699999999999999,0.0|[null,1,21.7,12.7,200.0|load 0: its shares of constant impedance",
        "\"trafo\": {|\"trafo3x\": {|trafo3x 0: elements of this kind have no counterpart here",
        "pandapowerNet|somethingElse|write it with pandapower.to_json"
      })
  void namesTableRowAndValue(String before, String after, String message) throws IOException {
    String text = whole("case14");
    assertTrue(text.contains(before), before);
    String said = mistakes.of(text.replace(before, after));
    assertTrue(said.contains(message), said);
  }

  @Test
  void refusesOtherKindsOfFile() {
    assertTrue(mistakes.of("").contains("does not begin with {"));
    assertTrue(mistakes.of("[1, 2]").contains("does not begin with {"));
    assertTrue(mistakes.of("Clear\nNew Circuit.x").contains("net.json:1: "));
    assertTrue(mistakes.of(new byte[] {0x1f, (byte) 0x8b, 0, 1, 2}).contains("net.json:1: "));
    assertTrue(mistakes.of("{\"buses\": 3}").contains("pandapower.to_json"));
    assertTrue(mistakes.of("{\"_class\": 3}").contains("pandapower.to_json"));
    assertTrue(mistakes.of("{\"_object\": " + "[".repeat(100_000)).contains("net.json:1: "));
  }

  @Test
  void refusesAMillionBusesInBoundedTime() {
    String index = "0" + ",0".repeat(999_999);
    assertTrue(
        mistakes
            .of("{\"_object\": {\"bus\": {\"_object\": {\"index\": [" + index + "]}}}}")
            .contains("index 0 is used twice"));
    StringBuilder many = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      many.append(i == 0 ? "" : ",").append(i);
      rows.append(i == 0 ? "" : ",").append("[0.4]");
    }
    String text =
        "{\"_class\": \"pandapowerNet\", \"_object\": {\"bus\": {\"_class\": \"DataFrame\","
            + "\"_object\": {\"columns\": [\"vn_kv\"], \"index\": ["
            + many
            + "], \"data\": ["
            + rows
            + "]}}}}";
    assertTrue(mistakes.of(text).contains("1000000 buses; at most 100000 are read"));
  }
}
