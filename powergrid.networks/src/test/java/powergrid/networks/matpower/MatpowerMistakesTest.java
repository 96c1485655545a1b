package powergrid.networks.matpower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.networks.Mistakes;

class MatpowerMistakesTest {
  @TempDir Path folder;
  private Mistakes mistakes;

  @BeforeEach
  void name() {
    mistakes = new Mistakes(folder.resolve("case.m"), MatpowerNetworkTest::read);
  }

  private static String whole() throws IOException {
    return Files.readString(MatpowerNetworkTest.file("case14"));
  }

  @Test
  void refusesAFileCutAnywhere() throws IOException {
    mistakes.cut(whole().getBytes(StandardCharsets.UTF_8));
  }

  /** Each is case14 with one thing changed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'2'|'1'|5: version is ''1''; only '2' is read",
        "mpc.baseMVA = 100|mpc.baseMVA = 100 MVA|7: 'mpc.baseMVA = 100 MVA' is not understood",
        "mpc.baseMVA = 100|mpc.baseMVA = -1|7: baseMVA is -1.0, not above 0",
        "mpc.baseMVA = 100|mpc.baseMVA = Inf|7: baseMVA is Infinity, not above 0",
        "mpc.baseMVA = 100;||there is no mpc.baseMVA",
        "21.7|21.7MW|12: '21.7MW' is no number",
        "21.7|20+1.7|12: '20+1.7' is no number",
        "21.7|NaN|12: mpc.bus: Pd is NaN, not a finite number",
        "21.7|Inf|12: mpc.bus: Pd is Infinity, not a finite number",
        "21.7||12: mpc.bus: it has 12 columns, less than 13",
        "0.208|-0.208|16: mpc.bus: bus 6 has baseKV -0.208, below 0",
        "1.06\t|0\t|29: mpc.gen: Vg is 0.0, not above 0",
        "0.05917|0.05917i|39: '0.05917i' is no number",
        "0.01938\t0.05917|0\t0|39: mpc.branch: r and x are both 0",
        "1\t2\t0.01938|1\t22\t0.01938|39: mpc.branch: bus 22 does not exist",
        "1\t2\t0.01938|1\t1\t0.01938|39: mpc.branch: a branch connects bus 1 to itself",
        "1\t2\t0.01938|1\t2.5\t0.01938|39: mpc.branch: bus number is 2.5, not a whole number",
        "mpc.gen = [|mpc.dcline = [|28: mpc.dcline is not known",
        "mpc.gen = [|mpc.gen = {|28: mpc.gen is a cell array",
        "mpc.gen = [|mpc.bus = [|28: mpc.bus is assigned a second time",
        "mpc.gen = [|mpc.gen = loadcase('case9'); [|28: mpc.gen is 'loadcase('case9')', not a matrix in brackets"
      })
  void namesLineAndValue(String before, String after, String message) throws IOException {
    String text = whole();
    assertTrue(text.contains(unescaped(before)), before);
    String changed =
        text.replaceFirst(
            Pattern.quote(unescaped(before)),
            Matcher.quoteReplacement(after == null ? "" : unescaped(after)));
    String said = mistakes.of(changed);
    assertTrue(said.contains(message), said);
  }

  private static String unescaped(String text) {
    return text.replace("\\t", "\t");
  }

  @Test
  void refusesTwoBusesOfOneNumberAndAReferenceWithoutGenerator() throws IOException {
    assertTrue(
        mistakes
            .of(whole().replace("\t2\t2\t21.7", "\t1\t2\t21.7"))
            .contains("case.m:12: mpc.bus: bus 1 is there a second time"));
    assertTrue(
        mistakes
            .of(whole().replace("1.06\t100\t1\t", "1.06\t100\t0\t"))
            .contains("case.m:11: bus 1 is the reference and has no generator in service"));
  }

  @Test
  void refusesOtherKindsOfFile() {
    assertTrue(mistakes.of("").contains("there is no mpc.version"));
    assertTrue(mistakes.of("{\"_module\": 1}").contains("case.m:1: "));
    assertTrue(mistakes.of(new byte[] {0x50, 0x4b, 3, 4, 0, 0}).contains("case.m:1: "));
    assertTrue(
        mistakes.of("function [baseMVA, bus] = case9\nbaseMVA = 100;").contains("case.m:1: "));
  }

  @Test
  void refusesAMillionBusesInBoundedTime() {
    StringBuilder text = new StringBuilder("mpc.version = '2';\nmpc.baseMVA = 1;\nmpc.bus = [\n");
    for (int i = 1; i <= 1_000_000; i++) {
      text.append(i).append(" 1 0 0 0 0 1 1 0 1 1 1 1\n");
    }
    text.append("];\nmpc.gen = [];\nmpc.branch = [];\n");
    assertEquals("case.m:4: 1000000 buses; at most 100000 are read", mistakes.of(text.toString()));
  }
}
