package powergrid.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** Installs, starts and removes bundles, and says in words what the framework refuses. */
final class Deployer {
  private static final Logger LOG = System.getLogger("powergrid.deploy");
  private static final int FIRST_LEVEL = 1;
  private static final long REFRESH_SECONDS = 10;

  private final BundleContext context;
  private final Path folder;
  private final Unresolved unresolved;
  private final FrameworkWiring wiring;

  Deployer(BundleContext context, Path folder) {
    this.context = context;
    this.folder = folder;
    unresolved = new Unresolved(context);
    wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }

  /** Installs a checked jar from its copy; its location is the file's address. */
  Bundle install(PluginJar jar) throws UnusableJarException {
    String location = folder.resolve(jar.file()).toUri().toString();
    try (InputStream in = Files.newInputStream(jar.copy())) {
      Bundle bundle = context.installBundle(location, in);
      // started while the framework still climbs to the level of the rest
      bundle.adapt(BundleStartLevel.class).setStartLevel(FIRST_LEVEL);
      return bundle;
    } catch (BundleException e) {
      if (e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR) {
        throw UnusableJarException.refused(
            "is "
                + jar.bundle()
                + " "
                + jar.version()
                + ", which is installed already; remove one of the two, or raise its version");
      }
      throw UnusableJarException.refused(
          "cannot be installed: " + Words.ofRoot(e) + "; build it with bnd-maven-plugin");
    } catch (IOException e) {
      throw UnusableJarException.incomplete(
          "its copy cannot be read: " + Words.of(e) + "; free space in the temporary folder", e);
    }
  }

  /** Starts a bundle unless it runs. */
  void start(Bundle bundle, List<Clause> imports) throws UnusableJarException {
    try {
      bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
    } catch (BundleException e) {
      if (bundle.getState() == Bundle.INSTALLED) {
        throw UnusableJarException.refused(unresolved.why(bundle, imports, e));
      }
      throw UnusableJarException.refused(
          "does not start: " + Words.ofRoot(e) + "; the plug-in's author can tell why");
    }
  }

  /** Removes bundles, and with them the classes that others still hold on to. */
  void remove(Collection<Bundle> bundles) throws InterruptedException {
    for (Bundle bundle : bundles) {
      uninstall(bundle);
    }
    if (wiring.getRemovalPendingBundles().stream().anyMatch(bundles::contains)) {
      CountDownLatch refreshed = new CountDownLatch(1);
      wiring.refreshBundles(
          bundles,
          event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
              refreshed.countDown();
            }
          });
      if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "removed plug-ins are still in use by others");
      }
    }
  }

  private static void uninstall(Bundle bundle) {
    if (bundle.getState() == Bundle.UNINSTALLED) {
      return; // by hand, in the shell
    }
    try {
      bundle.uninstall();
    } catch (BundleException e) {
      LOG.log(
          Level.WARNING, bundle.getSymbolicName() + " could not be removed: " + Words.ofRoot(e));
    }
  }
}
