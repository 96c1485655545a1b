package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CommandLineTest {
  @Test
  void wordsThatAShellLeavesAloneAreWrittenAsTheyAre() throws LaunchException {
    assertEquals(
        "powergrid run examples/one-microgrid.yaml --seed 3 --set clock.steps=4",
        CommandLine.parse(
                "run", "examples/one-microgrid.yaml", "--seed", "3", "--set", "clock.steps=4")
            .written());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aShellReadsWhatIsWrittenAsItWas() throws Exception {
    List<String> words =
        List.of("run", "two words", "", "a=[1, 2]", "it's", "$HOME", "*", "a;b", "\"", "\\", "ü");
    String written = CommandLine.parse(words.toArray(String[]::new)).written();
    Process shell =
        new ProcessBuilder("sh", "-c", "printf '<%s>\\n' " + written)
            .redirectErrorStream(true)
            .start();
    String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), read);
    List<String> expected = new ArrayList<>(List.of("<powergrid>"));
    words.forEach(word -> expected.add("<" + word + ">"));
    assertEquals(expected, read.lines().toList());
  }
}
