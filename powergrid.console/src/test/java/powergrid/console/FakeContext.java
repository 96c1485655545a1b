package powergrid.console;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import powergrid.api.plugin.PluginType;

/**
 * A service registry of a handful of services, each with a ranking; counts what is not let go of.
 */
final class FakeContext {
  private final Map<ServiceReference<?>, Object> services = new LinkedHashMap<>();
  private final List<Object> held = new ArrayList<>();
  private final List<String> filters = new ArrayList<>();

  /** Adds a service. */
  FakeContext add(Class<?> type, Object service, int ranking) {
    return add(type, service, ranking, "");
  }

  /** Adds a plug-in. */
  FakeContext add(Class<?> type, Object service, int ranking, String plugin) {
    services.put(
        (ServiceReference<?>)
            Proxy.newProxyInstance(
                FakeContext.class.getClassLoader(),
                new Class<?>[] {Ranked.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "ranking" -> ranking;
                      case "type" -> type;
                      case "getProperty" ->
                          arguments[0].equals(PluginType.PROPERTY) ? plugin : null;
                      case "compareTo" ->
                          Integer.compare(ranking, ((Ranked<?>) arguments[0]).ranking());
                      case "hashCode" -> System.identityHashCode(proxy);
                      case "equals" -> proxy == arguments[0];
                      default -> throw new UnsupportedOperationException(method.getName());
                    }),
        service);
    return this;
  }

  /** A reference that knows its ranking. */
  interface Ranked<S> extends ServiceReference<S> {
    int ranking();

    Class<?> type();
  }

  BundleContext context() {
    return (BundleContext)
        Proxy.newProxyInstance(
            FakeContext.class.getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getServiceReferences" -> references(arguments[0], (String) arguments[1]);
                  case "getService" -> hold(services.get(arguments[0]));
                  case "ungetService" -> held.remove(services.get(arguments[0]));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private List<ServiceReference<?>> references(Object type, String filter) {
    if (filter != null) {
      filters.add(filter);
    }
    return services.keySet().stream().filter(r -> ((Ranked<?>) r).type() == type).toList();
  }

  private Object hold(Object service) {
    held.add(service);
    return service;
  }

  List<Object> held() {
    return held;
  }

  List<String> filters() {
    return filters;
  }
}
