package powergrid.launcher;

import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import org.osgi.framework.Bundle;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerConsumer;
import org.osgi.service.log.LoggerFactory;

/**
 * Leads what bundles log through OSGi's own service to where everything else is logged; without it,
 * Declarative Services writes stack traces to the console. A proxy, as the interface has some
 * thirty methods that differ in level and in the number of arguments only.
 */
final class ServiceLog implements LoggerFactory {
  private static final System.Logger LOG = System.getLogger("powergrid.services");

  @Override
  public Logger getLogger(String name) {
    return getLogger(name, Logger.class);
  }

  @Override
  public Logger getLogger(Class<?> type) {
    return getLogger(type.getName(), Logger.class);
  }

  @Override
  public <L extends Logger> L getLogger(String name, Class<L> type) {
    InvocationHandler calls = (proxy, method, args) -> call(name, proxy, method, args);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
  }

  @Override
  public <L extends Logger> L getLogger(Class<?> named, Class<L> type) {
    return getLogger(named.getName(), type);
  }

  @Override
  public <L extends Logger> L getLogger(Bundle bundle, String name, Class<L> type) {
    return getLogger(name, type);
  }

  private static Object call(String name, Object proxy, Method method, Object[] args)
      throws Exception {
    String called = method.getName();
    switch (called) {
      case "getName", "toString" -> {
        return name;
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      case "equals" -> {
        return proxy == args[0];
      }
      default -> {
        boolean asks = called.startsWith("is");
        String level = asks ? called.substring(2, called.length() - "Enabled".length()) : called;
        boolean enabled = LOG.isLoggable(level(level));
        if (asks) {
          return enabled;
        }
        if (args[0] instanceof LoggerConsumer<?>) {
          @SuppressWarnings("unchecked") // what the interface says of this method
          var consumer = (LoggerConsumer<Exception>) args[0];
          consumer.accept((Logger) proxy);
        } else if (enabled) {
          log(level(level), args);
        }
        return null;
      }
    }
  }

  private static Level level(String name) {
    return name.equalsIgnoreCase("warn")
        ? Level.WARNING
        : name.equalsIgnoreCase("audit")
            ? Level.INFO
            : Level.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** A message with {@code {}} for each argument; a throwable at the end is none of them. */
  private static void log(Level level, Object[] args) {
    Object[] rest =
        args.length == 2 && args[1] instanceof Object[] many
            ? many
            : Arrays.copyOfRange(args, 1, args.length);
    StringBuilder message = new StringBuilder(String.valueOf(args[0]));
    Throwable thrown = null;
    for (Object argument : rest) {
      int place = message.indexOf("{}");
      if (argument instanceof Throwable t) {
        thrown = t;
      } else if (place >= 0) {
        message.replace(place, place + 2, String.valueOf(argument));
      }
    }
    if (thrown != null) {
      message.append(": ").append(root(thrown));
    }
    LOG.log(level, message.toString().replaceAll("\\s+", " "), thrown);
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
