package powergrid.api.command;

import java.io.PrintStream;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Where a command runs. */
@ProviderType
public interface Session {
  /**
   * For results.
   *
   * @return a stream that the command does not close
   */
  PrintStream out();

  /**
   * For progress and errors.
   *
   * @return a stream that the command does not close
   */
  PrintStream err();

  /**
   * What relative paths are relative to.
   *
   * @return an absolute path
   */
  Path directory();

  /**
   * Whether progress can be redrawn in place: {@link #err()} is a terminal.
   *
   * @return false in a pipe
   */
  boolean terminal();

  /**
   * Whether the user wants it to stop; long work asks often.
   *
   * @return true once interrupted
   */
  boolean interrupted();
}
