package powergrid.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * The services of a type, got when a command needs them and let go of when it ends, so that the
 * console keeps no plug-in.
 *
 * @param <S> the type
 */
final class BestServices<S> implements AutoCloseable {
  private final BundleContext context;
  private final List<ServiceReference<S>> references = new ArrayList<>();
  private final List<S> services = new ArrayList<>();

  /**
   * Gets the services that are there now.
   *
   * @param context gets them
   * @param type their interface
   * @param filter on their properties; null for all
   */
  BestServices(BundleContext context, Class<S> type, String filter) {
    this.context = context;
    Collection<ServiceReference<S>> found;
    try {
      found = context.getServiceReferences(type, filter);
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
    List<ServiceReference<S>> ranked = new ArrayList<>(found);
    ranked.sort(Collections.reverseOrder());
    for (ServiceReference<S> reference : ranked) {
      S service = context.getService(reference);
      if (service != null) {
        references.add(reference);
        services.add(service);
      }
    }
  }

  /** The services, the highest ranking first. */
  List<S> services() {
    return services;
  }

  /**
   * A text among a service's properties.
   *
   * @param service its place in {@link #services}
   * @param name of the property
   * @return empty if there is none
   */
  String property(int service, String name) {
    return references.get(service).getProperty(name) instanceof String text ? text : "";
  }

  @Override
  public void close() {
    references.forEach(context::ungetService);
  }
}
