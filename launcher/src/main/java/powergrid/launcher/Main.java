package powergrid.launcher;

import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Entry point of the workbench: starts the OSGi framework. */
public final class Main {
  private Main() {}

  /**
   * Starts the framework and stops it again.
   *
   * @param args the command line
   * @throws BundleException if the framework cannot be started
   * @throws InterruptedException if the wait for its end is interrupted
   */
  public static void main(String[] args) throws BundleException, InterruptedException {
    FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).iterator().next();
    Framework framework =
        factory.newFramework(Map.of("org.osgi.framework.storage.clean", "onFirstInit"));
    framework.start();
    framework.stop();
    framework.waitForStop(0);
  }
}
