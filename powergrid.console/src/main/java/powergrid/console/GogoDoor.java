package powergrid.console;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import powergrid.api.command.Command;

/**
 * The door from the shell: offers every command that there is, whoever brought it, to Gogo as
 * {@code pg:<name>}.
 */
@Component(
    immediate = true,
    service = {})
public final class GogoDoor {
  private final ServiceTracker<Command, ServiceRegistration<Function>> tracker;

  /**
   * The door in the framework.
   *
   * @param context finds commands and offers them
   */
  @Activate
  public GogoDoor(BundleContext context) {
    tracker = new ServiceTracker<>(context, Command.class, new Offering(context));
    tracker.open();
  }

  @Deactivate
  void close() {
    tracker.close();
  }

  private record Offering(BundleContext context)
      implements ServiceTrackerCustomizer<Command, ServiceRegistration<Function>> {
    @Override
    public ServiceRegistration<Function> addingService(ServiceReference<Command> reference) {
      Command command = context.getService(reference);
      if (command == null) {
        return null;
      }
      Dictionary<String, Object> properties =
          new Hashtable<>(
              Map.of(
                  "osgi.command.scope",
                  GogoCommand.SCOPE,
                  "osgi.command.function",
                  command.name()));
      Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
      if (ranking != null) {
        properties.put(Constants.SERVICE_RANKING, ranking);
      }
      return context.registerService(Function.class, new GogoCommand(command), properties);
    }

    @Override
    public void modifiedService(
        ServiceReference<Command> reference, ServiceRegistration<Function> offered) {}

    @Override
    public void removedService(
        ServiceReference<Command> reference, ServiceRegistration<Function> offered) {
      offered.unregister();
      context.ungetService(reference);
    }
  }
}
