package powergrid.deploy;

import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What a test plug-in does: it registers a service. */
public final class MarkingActivator implements BundleActivator {
  /** Called by the framework. */
  public MarkingActivator() {}

  @Override
  public void start(BundleContext context) {
    context.registerService(Comparable.class, "a plug-in's service", new Hashtable<>());
  }

  @Override
  public void stop(BundleContext context) {}
}
