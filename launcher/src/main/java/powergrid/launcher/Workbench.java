package powergrid.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.log.LoggerFactory;

/**
 * One run of the workbench: the framework with its bundles, and the command that the console offers
 * as a service {@code ToIntFunction<Object>} of a {@code String[]} with the property {@code
 * powergrid.main}. What tells a command to stop is an {@link AtomicBoolean} with the property
 * {@code powergrid.interrupt}.
 */
final class Workbench {
  private static final int INTERRUPTED = 130;
  private static final int FAILED = 1;

  private final Distribution distribution;
  private final CommandLine line;

  Workbench(Distribution distribution, CommandLine line) {
    this.distribution = distribution;
    this.line = line;
  }

  /** Runs the command; what it leaves running ends with the JVM. */
  int run() throws LaunchException {
    Storage storage = Storage.create();
    Framework framework = new Felix(FrameworkSettings.of(distribution, line, storage));
    Shutdown shutdown = Shutdown.of(framework, storage);
    try {
      start(framework, shutdown);
      if (shutdown.interrupted().get()) {
        return INTERRUPTED;
      }
      if (line.shell()) {
        shutdown.commandFinished();
        framework.waitForStop(0);
        return 0;
      }
      return command(framework.getBundleContext());
    } catch (BundleException e) {
      throw LaunchException.failed(e.getMessage() + "; build or install the workbench again", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return INTERRUPTED;
    } finally {
      shutdown.commandFinished();
    }
  }

  private void start(Framework framework, Shutdown shutdown)
      throws BundleException, LaunchException {
    if (line.shell()) {
      // threads inherit it: the terminal library then looks for its parts in its own bundle
      Thread.currentThread().setContextClassLoader(null);
    }
    framework.init();
    BundleContext context = framework.getBundleContext();
    Dictionary<String, Object> interrupt = new Hashtable<>();
    interrupt.put("powergrid.interrupt", true);
    context.registerService(LoggerFactory.class, new ServiceLog(), new Hashtable<>());
    context.registerService(AtomicBoolean.class, shutdown.interrupted(), interrupt);
    for (Path jar : distribution.bundles(line.shell())) {
      install(context, jar);
    }
    framework.start();
    List<String> missing =
        Arrays.stream(context.getBundles())
            .filter(Workbench::shouldRun)
            .filter(b -> b.getState() != Bundle.ACTIVE && b.getState() != Bundle.STARTING)
            .map(Bundle::getSymbolicName)
            .toList();
    if (!missing.isEmpty()) {
      throw LaunchException.failed(
          "these bundles do not start: "
              + String.join(", ", missing)
              + "; build or install the workbench again",
          null);
    }
  }

  private static void install(BundleContext context, Path jar)
      throws BundleException, LaunchException {
    try (InputStream in = Files.newInputStream(jar)) {
      Bundle bundle = context.installBundle(jar.toUri().toString(), in);
      int level = level(bundle.getSymbolicName());
      if (level != FrameworkSettings.HEADLESS_LEVEL) { // which new bundles have; setting it writes
        bundle.adapt(BundleStartLevel.class).setStartLevel(level);
      }
      if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    } catch (IOException e) {
      throw LaunchException.failed(jar + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static int level(String bundle) {
    if (bundle.startsWith("org.apache.felix.gogo.") || bundle.equals("org.jline")) {
      return FrameworkSettings.SHELL_LEVEL;
    }
    return bundle.equals("powergrid.deploy")
        ? FrameworkSettings.PLUGINS_LEVEL
        : FrameworkSettings.HEADLESS_LEVEL;
  }

  /** Plug-ins, which the folder starts transiently and reports on, are no business of ours. */
  private static boolean shouldRun(Bundle bundle) {
    BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
    return level.isPersistentlyStarted() && level.getStartLevel() < FrameworkSettings.SHELL_LEVEL;
  }

  @SuppressWarnings("rawtypes")
  private int command(BundleContext context) throws LaunchException {
    ServiceReference<ToIntFunction> main = main(context);
    @SuppressWarnings("unchecked")
    ToIntFunction<Object> command = context.getService(main);
    if (command == null) {
      throw LaunchException.failed(main.getBundle().getSymbolicName() + " has no commands", null);
    }
    try {
      return command.applyAsInt(line.arguments().toArray(String[]::new));
    } catch (RuntimeException | Error e) {
      System.err.println("powergrid: this is a mistake in the workbench: " + e + trace(e));
      return FAILED;
    }
  }

  @SuppressWarnings("rawtypes")
  private static ServiceReference<ToIntFunction> main(BundleContext context)
      throws LaunchException {
    try {
      Collection<ServiceReference<ToIntFunction>> found =
          context.getServiceReferences(ToIntFunction.class, "(powergrid.main=true)");
      return found.stream()
          .max(ServiceReference::compareTo)
          .orElseThrow(() -> LaunchException.failed("no bundle offers the commands", null));
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("the filter is constant", e);
    }
  }

  /** Where the stack trace is, which the console is no place for. */
  private static String trace(Throwable thrown) {
    try {
      Path file = Files.createTempFile("powergrid-error-", ".txt");
      try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
        thrown.printStackTrace(out);
      }
      return "; please report it with " + file;
    } catch (IOException e) {
      return "; its trace cannot be written: " + e.getMessage();
    }
  }
}
