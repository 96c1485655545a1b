package powergrid.console;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import powergrid.api.command.Command;
import powergrid.api.command.Session;

/**
 * A command as Gogo calls it. Its status is in the session's variable {@code pg.status}; as a
 * result it is only returned when it is not 0, for Gogo prints results.
 */
final class GogoCommand implements Function {
  static final String SCOPE = "pg";
  static final String STATUS = "pg.status";

  private final Command command;

  GogoCommand(Command command) {
    this.command = command;
  }

  @Override
  public Object execute(CommandSession gogo, List<Object> arguments) {
    Process process = Process.Utils.current();
    PrintStream out = process == null ? gogo.getConsole() : process.out();
    PrintStream err = process == null ? System.err : process.err();
    // the shell's own terminal counts as one even where everything is a pipe
    boolean terminal = process != null && process.isTty(2) && StandardStreams.errIsTerminal();
    Path directory = gogo.currentDir();
    // Gogo interrupts the thread of a command; long work asks from threads of its own
    Thread caller = Thread.currentThread();
    Session session =
        new ConsoleSession(
            out,
            err,
            directory == null ? Path.of("").toAbsolutePath() : directory.toAbsolutePath(),
            terminal,
            caller::isInterrupted);
    int status =
        GuardedCommand.run(command, session, arguments.stream().map(String::valueOf).toList());
    out.flush();
    gogo.put(STATUS, status);
    if (status == Command.DONE) {
      return null;
    }
    err.println(SCOPE + ":" + command.name() + " ended with status " + status);
    err.flush();
    return status;
  }
}
