package powergrid.console;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import powergrid.api.command.Session;

/**
 * A session of either door.
 *
 * @param out for results
 * @param err for progress and errors
 * @param directory what relative paths are relative to
 * @param terminal whether {@code err} is one
 * @param interrupt whether the user wants the command to stop
 */
record ConsoleSession(
    PrintStream out, PrintStream err, Path directory, boolean terminal, BooleanSupplier interrupt)
    implements Session {
  @Override
  public boolean interrupted() {
    return interrupt.getAsBoolean();
  }
}
