package powergrid.launcher;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/**
 * What happens when the JVM ends, by itself or by a signal: a running command is told and given
 * time to finish what it writes, then the framework is stopped and its storage removed. The JVM's
 * own exit status stays: 130 after SIGINT, 143 after SIGTERM.
 */
final class Shutdown {
  private static final long COMMAND_SECONDS = 10;
  private static final long FRAMEWORK_MILLIS = 5_000;

  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Framework framework;
  private final Storage storage;

  private Shutdown(Framework framework, Storage storage) {
    this.framework = framework;
    this.storage = storage;
  }

  /** Gets ready to clean up after a framework that is about to start. */
  static Shutdown of(Framework framework, Storage storage) {
    Shutdown shutdown = new Shutdown(framework, storage);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "powergrid shutdown"));
    return shutdown;
  }

  /** Becomes true when the user wants the running command to stop. */
  AtomicBoolean interrupted() {
    return interrupted;
  }

  /** Says that no command runs, or one that need not be waited for. */
  void commandFinished() {
    finished.countDown();
  }

  private void run() {
    interrupted.set(true);
    try {
      if (!finished.await(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        System.err.println(
            "powergrid: the command did not stop within " + COMMAND_SECONDS + " s and is cut off");
      }
      framework.stop();
      framework.waitForStop(FRAMEWORK_MILLIS);
      storage.delete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (BundleException | IOException e) {
      System.err.println("powergrid: " + storage.path() + " stays behind: " + e.getMessage());
    }
  }
}
