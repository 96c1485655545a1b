package powergrid.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import powergrid.api.command.Command;

/** Calls commands through either door, the shell's in Gogo itself, and hears what they say. */
enum Doors {
  COMMAND_LINE {
    @Override
    Said call(List<Command> commands, Path directory, List<String> arguments) {
      Streams streams = new Streams();
      ConsoleSession session =
          new ConsoleSession(streams.out, streams.err, directory, false, () -> false);
      int status =
          new CommandLineDoor(commands, session, "0.1.0")
              .applyAsInt(arguments.toArray(String[]::new));
      return streams.said(status);
    }
  },

  SHELL {
    @Override
    Said call(List<Command> commands, Path directory, List<String> arguments) {
      Streams streams = new Streams();
      ThreadIOImpl io = new ThreadIOImpl();
      io.start();
      try (CommandSession gogo =
          processor(io, commands)
              .createSession(new ByteArrayInputStream(new byte[0]), streams.out, streams.err)) {
        gogo.currentDir(directory);
        String line =
            "pg:"
                + arguments.get(0)
                + arguments.stream().skip(1).map(a -> " '" + a + "'").collect(Collectors.joining());
        Object result = gogo.execute(line);
        int status = (int) gogo.get(GogoCommand.STATUS);
        if (status != (result == null ? 0 : (int) result)) {
          throw new AssertionError("result " + result + ", but pg.status is " + status);
        }
        Said said = streams.said(status);
        String note = "pg:" + arguments.get(0) + " ended with status " + status + EOL;
        if (said.err().endsWith(note) != (status != 0)) {
          throw new AssertionError("status " + status + ", but the user is told: " + said.err());
        }
        return new Said(status, said.out(), said.err().replace(note, ""));
      } catch (Exception e) {
        throw new AssertionError(e);
      } finally {
        io.stop();
      }
    }

    private CommandProcessorImpl processor(ThreadIOImpl io, List<Command> commands) {
      CommandProcessorImpl processor = new CommandProcessorImpl(io);
      for (Command command : commands) {
        processor.addCommand(GogoCommand.SCOPE, new GogoCommand(command), command.name());
      }
      return processor;
    }
  };

  static final String EOL = System.lineSeparator();

  /**
   * What came of a call.
   *
   * @param status it ended with
   * @param out what went to standard output
   * @param err what went to standard error, without the shell's note on the status
   */
  record Said(int status, String out, String err) {}

  /** Calls a command: its name and arguments. */
  abstract Said call(List<Command> commands, Path directory, List<String> arguments);

  private static final class Streams {
    final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    final PrintStream out = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
    final PrintStream err = new PrintStream(errBytes, true, StandardCharsets.UTF_8);

    Said said(int status) {
      return new Said(
          status,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    }
  }
}
