package powergrid.console;

import java.util.List;
import powergrid.api.command.Command;
import powergrid.api.command.Session;

/** Calls a command that a plug-in may have brought: whatever it throws becomes a line. */
final class GuardedCommand {
  private GuardedCommand() {}

  static int run(Command command, Session session, List<String> arguments) {
    try {
      return command.run(session, arguments);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      if (Boolean.getBoolean("powergrid.debug")) {
        e.printStackTrace(session.err());
      }
      session.err().println("powergrid " + command.name() + ": failed: " + e);
      return Command.FAILED;
    }
  }

  static String help(Command command) {
    try {
      return command.help();
    } catch (RuntimeException | LinkageError e) {
      return "(cannot be used: " + e + ")";
    }
  }
}
