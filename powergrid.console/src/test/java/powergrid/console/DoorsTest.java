package powergrid.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import powergrid.api.command.Command;
import powergrid.api.command.Session;
import powergrid.console.Doors.Said;

/** What the doors do, whatever command is behind them. */
class DoorsTest {
  @TempDir Path temp;

  /** A plug-in's command. */
  private record Echo(int status) implements Command {
    @Override
    public String name() {
      return "echo";
    }

    @Override
    public String help() {
      return "Say it again.";
    }

    @Override
    public int run(Session session, List<String> arguments) {
      if (status < 0) {
        throw new IllegalStateException("no echo");
      }
      session.out().println(session.directory().getFileName() + " " + arguments);
      return status;
    }
  }

  private Said call(Doors door, int status, String... arguments) {
    return door.call(List.of(new Echo(status)), temp, List.of(arguments));
  }

  @ParameterizedTest
  @EnumSource
  void aPluginsCommandGetsArgumentsStreamsAndDirectory(Doors door) {
    Said said = call(door, 0, "echo", "a b", "c=[1, 2]");
    assertEquals(new Said(0, temp.getFileName() + " [a b, c=[1, 2]]" + Doors.EOL, ""), said);
    assertEquals(3, call(door, 3, "echo").status());
  }

  @ParameterizedTest
  @EnumSource
  void aPluginsExceptionIsALine(Doors door) {
    Said said = call(door, -1, "echo");
    assertEquals(1, said.status());
    assertEquals(
        "powergrid echo: failed: java.lang.IllegalStateException: no echo" + Doors.EOL, said.err());
  }

  @Test
  void helpListsEveryCommandAndTheLaunchersToo() {
    Said said = call(Doors.COMMAND_LINE, 0, "--help");
    assertEquals(0, said.status());
    assertTrue(said.out().contains("  echo   Say it again."), said.out());
    assertTrue(said.out().contains("  shell  Start"), said.out());
    assertEquals(said, call(Doors.COMMAND_LINE, 0, "help"));
  }

  @Test
  void helpOfACommandIsItsOwn() {
    Said said = call(Doors.COMMAND_LINE, 0, "help", "echo");
    assertTrue(said.out().contains("[--help]"), said.out());
    assertEquals(0, call(Doors.COMMAND_LINE, 0, "shell", "--help").status());
  }

  @Test
  void versionNamesTheWorkbenchAndJava() {
    Said said = call(Doors.COMMAND_LINE, 0, "--version");
    assertEquals(0, said.status());
    assertTrue(said.out().startsWith("PowerGrid Workbench 0.1.0"), said.out());
    assertTrue(said.out().contains(System.getProperty("java.version")), said.out());
  }

  @Test
  void anUnknownCommandIsWrongInputWithTheNearestName() {
    Said said = call(Doors.COMMAND_LINE, 0, "ehco");
    assertEquals(2, said.status());
    assertEquals(
        "powergrid: there is no command 'ehco'; did you mean 'echo'? There are echo, shell."
            + Doors.EOL,
        said.err());
  }

  @Test
  void noCommandIsWrongInputWithTheHelp() {
    Said said = Doors.COMMAND_LINE.call(List.of(new Echo(0)), temp, List.of());
    assertEquals(2, said.status());
    assertEquals("", said.out());
    assertTrue(said.err().startsWith("Usage: powergrid COMMAND"), said.err());
  }

  @Test
  void aFileBehindADescriptorIsNoTerminal() throws Exception {
    Path file = Files.writeString(temp.resolve("log"), "");
    assertTrue(!StandardStreams.isTerminal(Files.createSymbolicLink(temp.resolve("fd"), file)));
    assertTrue(
        StandardStreams.isTerminal(
            Files.createSymbolicLink(temp.resolve("tty"), Path.of("/dev/pts/0"))));
    assertTrue(StandardStreams.isTerminal(temp.resolve("none")));
  }

  @Test
  void theNearestWordIsNotFar() {
    assertEquals("; did you mean 'run'?", Nearest.hint("rnu", List.of("run", "solve")));
    assertEquals(".", Nearest.hint("quit", List.of("run", "solve")));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
  }
}
