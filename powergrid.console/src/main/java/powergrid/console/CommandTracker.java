package powergrid.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import powergrid.api.command.Command;

/**
 * The commands that are there now, whoever brought them; of two with one name, the higher ranked.
 */
final class CommandTracker implements AutoCloseable {
  private final ServiceTracker<Command, Command> tracker;

  CommandTracker(BundleContext context) {
    tracker = new ServiceTracker<>(context, Command.class, null);
    tracker.open();
  }

  /** The highest ranking first. */
  List<Command> commands() {
    Map<ServiceReference<Command>, Command> tracked = tracker.getTracked();
    return new ArrayList<>(tracked.values());
  }

  @Override
  public void close() {
    tracker.close();
  }
}
