package powergrid.api.command;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A command, the same on the command line ({@code powergrid run}) and in the shell ({@code
 * pg:run}). An OSGi service; plug-ins may add some.
 */
@ConsumerType
public interface Command {
  /** Done. */
  int DONE = 0;

  /** The run failed. */
  int FAILED = 1;

  /** The input is wrong: nothing was run or written. */
  int WRONG_INPUT = 2;

  /** Interrupted. */
  int INTERRUPTED = 130;

  /**
   * Its name.
   *
   * @return a word in lower case
   */
  String name();

  /**
   * What it does.
   *
   * @return a line
   */
  String help();

  /**
   * Runs it. Never ends the JVM; may be called by several threads at once.
   *
   * @param session where it reads and writes
   * @param arguments after its name
   * @return an exit status
   */
  int run(Session session, List<String> arguments);
}
