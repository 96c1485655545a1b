package powergrid.console;

import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import powergrid.api.command.Command;
import powergrid.api.command.Session;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.scenario.ScenarioException;

/**
 * A command whose arguments picocli parses, anew for every call, and whose errors all look alike:
 * one line for each, exit status 2 where the input is wrong and 1 where something failed. A stack
 * trace is shown only to those who ask for it.
 */
abstract class ParsedCommand implements Command {
  private static final int WIDTH = 90;

  /** Parsed arguments, ready to be acted on. */
  abstract static class Call {
    @CommandLine.Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show this help.")
    boolean helpRequested;

    @CommandLine.Option(names = "--debug", description = "Show the stack trace of an error.")
    boolean debug;

    /**
     * Acts.
     *
     * @return an exit status
     * @throws Exception of any kind; it is reported
     */
    abstract int run() throws Exception;
  }

  /**
   * An object for picocli to put arguments into.
   *
   * @param session where it will act
   * @return a new object, annotated for picocli
   */
  abstract Call call(Session session);

  @Override
  public final String help() {
    return String.join(" ", commandLine(call(null)).getCommandSpec().usageMessage().description());
  }

  @Override
  public final int run(Session session, List<String> arguments) {
    Call call = call(session);
    CommandLine line = commandLine(call);
    try {
      line.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      return wrong(session, e.getMessage());
    }
    if (call.helpRequested) {
      session.out().print(line.getUsageMessage(Ansi.OFF));
      return DONE;
    }
    return act(session, call);
  }

  private CommandLine commandLine(Call call) {
    CommandLine line = new CommandLine(call);
    line.setCommandName("powergrid " + name());
    line.setUsageHelpWidth(WIDTH);
    line.setOverwrittenOptionsAllowed(false);
    line.getCommandSpec().usageMessage().sortOptions(false);
    return line;
  }

  private int act(Session session, Call call) {
    try {
      return call.run();
    } catch (ScenarioException e) {
      e.mistakes().forEach(mistake -> session.err().println(mistake));
      return WRONG_INPUT;
    } catch (ConfigurationException e) {
      String where = e.path().isEmpty() ? "" : e.path() + ": ";
      return reported(session, call, e, WRONG_INPUT, where + e.getMessage());
    } catch (WrongInput | InvalidPathException e) {
      return reported(session, call, e, WRONG_INPUT, e.getMessage());
    } catch (Failure e) {
      return reported(session, call, e, FAILED, e.getMessage());
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      String hint =
          debug(call) ? "" : " (an error in the workbench or a plug-in; --debug shows where)";
      return reported(session, call, e, FAILED, e + hint);
    }
  }

  private int reported(Session session, Call call, Throwable e, int status, String message) {
    if (debug(call)) {
      e.printStackTrace(session.err());
    }
    session.err().println("powergrid " + name() + ": " + message);
    return status;
  }

  private int wrong(Session session, String message) {
    session.err().println("powergrid " + name() + ": " + message);
    session.err().println("See powergrid " + name() + " --help.");
    return WRONG_INPUT;
  }

  private static boolean debug(Call call) {
    return call.debug || Boolean.getBoolean("powergrid.debug");
  }
}
