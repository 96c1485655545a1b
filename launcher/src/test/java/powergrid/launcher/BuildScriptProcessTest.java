package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the script of a checkout builds, with a Maven and a Java that only note their calls. */
@DisabledOnOs(OS.WINDOWS)
class BuildScriptProcessTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("powergrid.distribution"), "powergrid");

  @TempDir Path temporary;
  private Path checkout;
  private Path source;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = Files.createDirectory(temporary.resolve("check out"));
    Files.copy(SCRIPT, checkout.resolve("powergrid"));
    source = checkout.resolve("powergrid.api/src/main/java/Api.java");
    write(source, "");
    write(checkout.resolve("pom.xml"), "");
    write(temporary.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    tool(temporary.resolve("jdk/bin/java"), "echo ran");
    tool(
        temporary.resolve("bin/mvn"),
        """
        echo "$@" >> "$BUILDS"
        mkdir -p launcher/target/powergrid/lib
        touch launcher/target/powergrid/lib/powergrid.jar launcher/target/built
        """);
  }

  @Test
  void buildsWhatIsMissingAndOnlyThat() throws Exception {
    assertEquals(0, run());
    assertEquals(
        List.of("-B -q -Dstyle.color=never -DskipTests package -pl launcher -am"), builds());
    assertEquals(0, run());
    assertEquals(1, builds().size());
  }

  @Test
  void buildsAgainAfterAChange() throws Exception {
    run();
    touch(source);
    run();
    assertEquals(2, builds().size());
  }

  @Test
  void buildsAgainAfterADeletion() throws Exception {
    run();
    Files.delete(source);
    touch(source.getParent());
    run();
    assertEquals(2, builds().size());
  }

  @Test
  void aTestAnExampleOrAnotherModulesOutputIsNoChange() throws Exception {
    run();
    Path test = checkout.resolve("powergrid.api/src/test/java/ApiTest.java");
    Path example = checkout.resolve("examples/plugins/pump/src/main/java/Pump.java");
    Path output = checkout.resolve("powergrid.api/target/pom.xml");
    write(test, "");
    write(example, "");
    write(output, "");
    touch(test);
    touch(example);
    touch(output);
    run();
    assertEquals(1, builds().size());
  }

  @Test
  void aFailedBuildTellsWhereItsOutputIs() throws Exception {
    tool(temporary.resolve("bin/mvn"), "echo 'Api.java:1: no such symbol'; exit 1");
    Launched failed = start();
    assertEquals(1, failed.status());
    assertEquals(List.of(), failed.lines());
    assertEquals(
        List.of(
            "powergrid: building (the first time takes a minute or two)",
            "Api.java:1: no such symbol",
            "powergrid: the build failed; its whole output is in "
                + checkout.toRealPath().resolve("launcher/target/build.log")),
        failed.errors());
    assertEquals(false, Files.exists(checkout.resolve("launcher/target/build.lock")));
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    Path begun = temporary.resolve("begun");
    Path goOn = temporary.resolve("goOn");
    fifo(begun);
    fifo(goOn);
    tool(
        temporary.resolve("bin/mvn"),
        Files.readString(temporary.resolve("bin/mvn"))
            + "echo begun > '"
            + begun
            + "'; read -r word < '"
            + goOn
            + "'\n");
    Launched first = start();
    assertEquals("begun\n", Files.readString(begun));
    Files.delete(checkout.resolve("launcher/target/built"));
    Launched second = Launched.start(builder().redirectErrorStream(true), temporary);
    assertTrue(second.line().startsWith("powergrid: waiting for the build of process "));
    Files.createFile(checkout.resolve("launcher/target/built"));
    Files.writeString(goOn, "go\n");
    assertEquals(0, first.status());
    assertEquals(0, second.status());
    assertEquals(List.of("ran"), first.lines());
    assertEquals(List.of("ran"), second.lines());
    assertEquals(1, builds().size());
  }

  @Test
  void aLockWhoseBuilderDiedIsTakenOver() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    write(checkout.resolve("launcher/target/build.lock/pid"), dead.pid() + "\n");
    assertEquals(0, run());
    assertEquals(1, builds().size());
  }

  private int run() throws IOException, InterruptedException {
    Launched run = start();
    assertEquals(List.of("ran"), run.lines());
    return run.status();
  }

  private Launched start() throws IOException {
    return Launched.start(builder(), temporary);
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder =
        new ProcessBuilder(checkout.resolve("powergrid").toString()).directory(temporary.toFile());
    builder.environment().put("JAVA_HOME", temporary.resolve("jdk").toString());
    builder.environment().merge("PATH", temporary.resolve("bin") + ":", (path, bin) -> bin + path);
    builder.environment().put("BUILDS", temporary.resolve("builds").toString());
    return builder;
  }

  private List<String> builds() throws IOException {
    Path builds = temporary.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  private static void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private static void fifo(Path path) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
  }

  private static void tool(Path file, String script) throws IOException {
    write(file, "#!/bin/sh\n" + script + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
