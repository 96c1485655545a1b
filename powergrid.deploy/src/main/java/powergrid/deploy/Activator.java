package powergrid.deploy;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import powergrid.api.plugin.PluginFolder;

/**
 * Watches the plug-in folder from when the bundle starts, which is over when the first look is,
 * until it stops. Framework properties:
 *
 * <ul>
 *   <li>{@code powergrid.plugins}: the folder; without it there is none;
 *   <li>{@code powergrid.plugins.lock}: the file of digests of the plug-ins that may run;
 *   <li>{@code powergrid.plugins.poll}: milliseconds between looks, 200 unless told, 0 for never.
 * </ul>
 *
 * Registers the {@link PluginFolder}, and a {@link Runnable} with the service property {@code
 * powergrid.plugins.look}, which looks at once and returns when every file is running or refused.
 */
public final class Activator implements BundleActivator {
  private static final Logger LOG = System.getLogger("powergrid.deploy");
  private static final String POLL_MILLIS = "200";
  private static final long STOP_SECONDS = 10;

  /** How long a look may wait for files that are being written, and how often it looks again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final long AGAIN_MILLIS = 50;

  private WatchedFolder folder;
  private ScheduledExecutorService poll;
  private Future<?> looks;

  /** Called by the framework. */
  public Activator() {}

  @Override
  public void start(BundleContext context) throws IOException {
    String configured = context.getProperty("powergrid.plugins");
    if (configured == null) {
      return;
    }
    Path path = Path.of(configured).toAbsolutePath().normalize();
    SharedFolder.warning(path).ifPresent(line -> LOG.log(Level.WARNING, line));
    DigestLock lock = lock(context);
    lock.problem().ifPresent(line -> LOG.log(Level.WARNING, line + "; no plug-in may run"));
    Path staging = Files.createDirectories(context.getDataFile("staging").toPath());
    folder =
        new WatchedFolder(
            path,
            new JarReader(staging, lock, () -> ApiPackages.of(context)),
            new Deployer(context, path),
            InstantSource.system(),
            line -> LOG.log(Level.WARNING, line));
    settle();
    context.registerService(PluginFolder.class, folder, new Hashtable<>());
    Dictionary<String, Object> look = new Hashtable<>();
    look.put("powergrid.plugins.look", true);
    context.registerService(Runnable.class, this::settle, look);
    startPolling(context.getProperty("powergrid.plugins.poll"));
  }

  @Override
  public void stop(BundleContext context) throws InterruptedException {
    if (poll != null) {
      looks.cancel(false);
      poll.shutdown();
      if (!poll.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "a plug-in is still being started");
      }
      poll = null;
    }
    Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    if (folder != null && system.getState() != Bundle.STOPPING) {
      folder.clear();
    }
    folder = null;
  }

  private static DigestLock lock(BundleContext context) {
    String file = context.getProperty("powergrid.plugins.lock");
    return file == null ? DigestLock.open() : DigestLock.read(Path.of(file));
  }

  private void startPolling(String configured) {
    long millis = Long.parseLong(configured == null ? POLL_MILLIS : configured);
    if (millis <= 0) {
      return;
    }
    poll =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "powergrid.deploy");
              thread.setDaemon(true);
              return thread;
            });
    looks = poll.scheduleWithFixedDelay(this::lookAgain, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** A look of the poll, whose failure must not be its last. */
  private void lookAgain() {
    try {
      folder.look();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the plug-in folder: " + Words.ofRoot(e), e);
    }
  }

  private void settle() {
    Instant end = Instant.now().plus(PATIENCE);
    try {
      while (!folder.look() && Instant.now().isBefore(end)) {
        TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
