package powergrid.deploy;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What a broken test plug-in does: it fails. */
public final class FailingActivator implements BundleActivator {
  /** Called by the framework. */
  public FailingActivator() {}

  @Override
  public void start(BundleContext context) {
    throw new IllegalStateException("no licence\nfound");
  }

  @Override
  public void stop(BundleContext context) {}
}
