package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The flagship's trajectory is the same in another process, whatever its compiler does. */
class TwoProcessesTest {
  private static final Path SCENARIO = Path.of("../examples/three-microgrids.yaml");

  @Test
  void tenThousandStepsAreTheSameBitsInTwoProcesses() throws IOException, InterruptedException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process other =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                FlagshipTrajectory.class.getName(),
                SCENARIO.toString())
            .redirectErrorStream(true)
            .start();
    String here = FlagshipTrajectory.hash(SCENARIO);
    String there =
        new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, other.waitFor(), there);
    assertEquals(here, there);
  }
}
