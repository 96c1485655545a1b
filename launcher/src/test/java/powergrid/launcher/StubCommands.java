package powergrid.launcher;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * A plug-in that puts commands of its own before the console's, to see what the launcher passes to
 * them and makes of them.
 */
public final class StubCommands implements BundleActivator, ToIntFunction<Object> {
  private BundleContext context;

  /** Called by the framework. */
  public StubCommands() {}

  @Override
  public void start(BundleContext started) {
    context = started;
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("powergrid.main", true);
    properties.put(Constants.SERVICE_RANKING, 1000);
    context.registerService(ToIntFunction.class, this, properties);
  }

  @Override
  public void stop(BundleContext stopped) {}

  @Override
  public int applyAsInt(Object commandLine) {
    String[] line = (String[]) commandLine;
    switch (line[0]) {
      case "echo" -> {
        for (String argument : line) {
          System.out.println("<" + argument + ">");
        }
        return 0;
      }
      case "status" -> {
        return Integer.parseInt(line[1]);
      }
      case "property" -> {
        System.out.println(context.getProperty(line[1]));
        return 0;
      }
      case "wait" -> {
        return waitForInterrupt();
      }
      default -> throw new IllegalStateException("no such command: " + line[0]);
    }
  }

  private int waitForInterrupt() {
    AtomicBoolean interrupted = interrupt();
    System.out.println("waiting");
    while (!interrupted.get()) {
      Thread.onSpinWait();
    }
    System.out.println("finished");
    return 130;
  }

  private AtomicBoolean interrupt() {
    try {
      ServiceReference<AtomicBoolean> interrupt =
          context
              .getServiceReferences(AtomicBoolean.class, "(powergrid.interrupt=true)")
              .iterator()
              .next();
      return context.getService(interrupt);
    } catch (InvalidSyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
