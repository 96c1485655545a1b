package powergrid.launcher;

import java.lang.System.Logger.Level;
import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** Leads what the framework logs to where everything else is logged. */
final class FrameworkLog extends Logger {
  private static final System.Logger LOG = System.getLogger("powergrid.framework");

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  protected void doLog(
      Bundle bundle, ServiceReference service, int level, String message, Throwable thrown) {
    String name = bundle == null ? "" : bundle.getSymbolicName() + ": ";
    // Gogo 1.1.6 stumbles over its own closed session, which concerns nobody
    boolean known =
        name.startsWith("org.apache.felix.gogo.") && message.startsWith("Error stopping");
    LOG.log(known ? Level.DEBUG : level(level), name + message, thrown);
  }

  @Override
  protected void doLog(int level, String message, Throwable thrown) {
    LOG.log(level(level), message, thrown);
  }

  private static Level level(int level) {
    return switch (level) {
      case LOG_ERROR -> Level.ERROR;
      case LOG_WARNING -> Level.WARNING;
      case LOG_INFO -> Level.INFO;
      default -> Level.DEBUG;
    };
  }
}
