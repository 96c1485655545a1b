package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged workbench as a process, with commands of the test's own in its plug-in folder. */
@DisabledOnOs(OS.WINDOWS)
class LauncherProcessTest {
  private static final Path DISTRIBUTION = Path.of(System.getProperty("powergrid.distribution"));

  @TempDir Path temporary;
  private Path plugins;
  private Path storage;

  @BeforeEach
  void provideCommands() throws IOException {
    plugins = Files.createDirectory(temporary.resolve("plug ins"));
    storage = Files.createDirectory(temporary.resolve("storage"));
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "stub");
    headers.putValue("Bundle-Activator", StubCommands.class.getName());
    headers.putValue("Import-Package", "org.osgi.framework");
    String entry = StubCommands.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(plugins.resolve("stub.jar"));
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream in = StubCommands.class.getResourceAsStream("/" + entry)) {
      jar.putNextEntry(new ZipEntry(entry));
      in.transferTo(jar);
    }
  }

  @Test
  void argumentsArriveAsTheyAre() throws Exception {
    Launched echo = launch("echo", "two words", "", "--set", "a=[b, c]", "*", "ü");
    assertEquals(
        List.of("<echo>", "<two words>", "<>", "<--set>", "<a=[b, c]>", "<*>", "<ü>"),
        echo.lines());
    assertEquals(0, echo.status());
    assertEquals(List.of(), echo.errors());
  }

  @Test
  void theCommandsStatusIsTheProcesss() throws Exception {
    assertEquals(2, launch("status", "2").status());
    assertEquals(1, launch("status", "1").status());
  }

  @Test
  void runsFromAnywhereThroughALink() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("else where"));
    Path link = elsewhere.resolve("pg");
    Files.createSymbolicLink(link, DISTRIBUTION.resolve("powergrid"));
    Path relative =
        Files.createSymbolicLink(temporary.resolve("relative"), Path.of("else where/pg"));
    Launched home = start(elsewhere, relative, "property", "powergrid.home");
    assertEquals(List.of(DISTRIBUTION.toRealPath().toString()), home.lines());
    assertEquals(0, home.status());
  }

  @Test
  void anInterruptedCommandFinishesWhatItDoes() throws Exception {
    assumeFalse(
        ignoresInterrupts(), "this JVM was started with SIGINT ignored, so its children are");
    Launched waiting = launch("wait");
    assertEquals("waiting", waiting.line());
    waiting.signal("INT");
    assertEquals(List.of("finished"), waiting.lines());
    assertEquals(130, waiting.status());
    assertEquals(List.of(), left());
    assertEquals(List.of(), waiting.errors());
  }

  @Test
  void aTerminatedCommandFinishesWhatItDoes() throws Exception {
    Launched waiting = launch("wait");
    assertEquals("waiting", waiting.line());
    assertEquals(1, left().size());
    waiting.signal("TERM");
    assertEquals(List.of("finished"), waiting.lines());
    assertEquals(128 + 15, waiting.status());
    assertEquals(List.of(), left());
  }

  @Test
  void nothingStaysBehind() throws Exception {
    assertEquals(0, launch("status", "0").status());
    assertEquals(List.of(), left());
  }

  @Test
  void aMistakeInTheWorkbenchIsOneLineAndATraceToReport() throws Exception {
    Launched broken = launch("explode");
    assertEquals(1, broken.status());
    assertEquals(1, broken.errors().size());
    Path trace = left().get(0);
    assertEquals(
        "powergrid: this is a mistake in the workbench: java.lang.IllegalStateException: no such"
            + " command: explode; please report it with "
            + trace,
        broken.errors().get(0));
    assertTrue(Files.readString(trace).contains("at powergrid.launcher.StubCommands"));
  }

  @Test
  void aBrokenPluginIsOneLineAndTheRestRuns() throws Exception {
    byte[] whole = Files.readAllBytes(plugins.resolve("stub.jar"));
    Files.write(plugins.resolve("broken.jar"), java.util.Arrays.copyOf(whole, whole.length / 2));
    Launched run = launch("status", "0");
    assertEquals(0, run.status());
    assertEquals(1, run.errors().size());
    assertTrue(
        run.errors().get(0).matches("WARNING: broken\\.jar: is not a whole jar \\(.*\\); .*"),
        run.errors().get(0));
  }

  @Test
  void aLockKeepsStrangersOut() throws Exception {
    Path lock = Files.writeString(temporary.resolve("plugins.lock"), "# nothing\n");
    Launched run = launch("--plugins-lock", lock.toString(), "status", "0");
    assertTrue(run.status() != 0);
    assertTrue(
        run.errors().get(0).startsWith("WARNING: stub.jar: not in " + lock + "; if you trust it"),
        run.errors().get(0));
  }

  @Test
  void aFolderThatIsNoneIsWrongInput() throws Exception {
    Launched run = launch("--plugins", "nowhere", "status", "0");
    assertEquals(2, run.status());
    assertEquals(List.of("powergrid: --plugins: \"nowhere\" is not a folder"), run.errors());
  }

  @Test
  void aJavaThatIsMissingOrTooOldIsNamed() throws Exception {
    ProcessBuilder builder = builder(temporary, DISTRIBUTION.resolve("powergrid"), "status", "0");
    Path old = Files.createDirectories(temporary.resolve("jdk-11/bin")).getParent();
    builder.environment().put("JAVA_HOME", old.toString());
    Launched missing = Launched.start(builder, temporary);
    assertEquals(1, missing.status());
    assertEquals(
        List.of(
            "powergrid: JAVA_HOME is "
                + old
                + ", which has no bin/java; set it to a JDK 17 or newer"),
        missing.errors());

    Files.createFile(old.resolve("bin/java")).toFile().setExecutable(true);
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    Launched tooOld = Launched.start(builder, temporary);
    assertEquals(1, tooOld.status());
    assertEquals(
        List.of(
            "powergrid: "
                + old.resolve("bin/java")
                + " is Java 11.0.2; set JAVA_HOME to a JDK 17 or newer"),
        tooOld.errors());
  }

  @Test
  void anUnknownCommandIsWrongInput() throws Exception {
    Files.delete(plugins.resolve("stub.jar")); // so that the console's commands are found
    Launched run = launch("rum");
    assertEquals(2, run.status());
    assertEquals(List.of(), run.lines());
    assertTrue(run.errors().get(0).contains("rum"), run.errors().get(0));
  }

  @Test
  void theShellHasTheSameCommandsUntilItsExit() throws Exception {
    Files.delete(plugins.resolve("stub.jar"));
    Path input = Files.writeString(temporary.resolve("input"), "pg:list rewards\nexit\n");
    ProcessBuilder builder = builder(temporary, DISTRIBUTION.resolve("powergrid"), "shell");
    Launched shell = Launched.start(builder.redirectInput(input.toFile()), temporary);
    assertTrue(shell.lines().stream().anyMatch(line -> line.startsWith("reward  cost-safety")));
    assertEquals(0, shell.status());
    assertEquals(List.of(), left());
  }

  private Launched launch(String... arguments) throws IOException {
    return start(temporary, DISTRIBUTION.resolve("powergrid"), arguments);
  }

  private Launched start(Path directory, Path script, String... arguments) throws IOException {
    return Launched.start(builder(directory, script, arguments), temporary);
  }

  private ProcessBuilder builder(Path directory, Path script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("POWERGRID_PLUGINS", plugins.toString());
    builder.environment().put("TMPDIR", storage.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(storage)) {
      return files.toList();
    }
  }

  /**
   * A signal that is ignored when a process starts is ignored by its children, and by their JVM.
   */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(ignored -> ignored.testBit(1));
  }
}
