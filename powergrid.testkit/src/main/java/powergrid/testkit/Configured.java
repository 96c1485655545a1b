package powergrid.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import powergrid.api.plugin.Field;

/**
 * Builds a configuration as a scenario would: what is not given takes the default that its {@link
 * Field} names, in a scenario's spelling; what is optional is absent. Bounds are not checked.
 *
 * <pre>
 * Configured.of(StorageSettings.class)
 *     .with("pMaxMw", 0.5)
 *     .with("inverter.reactive", "volt-var")
 *     .build();
 * </pre>
 *
 * @param <C> the configuration
 */
public final class Configured<C extends Record> {
  private final Class<C> type;
  private final Map<String, Object> given = new HashMap<>();

  private Configured(Class<C> type) {
    this.type = type;
  }

  /**
   * Starts a configuration.
   *
   * @param <C> its type
   * @param type a public record
   * @return with nothing given
   */
  public static <C extends Record> Configured<C> of(Class<C> type) {
    return new Configured<>(type);
  }

  /**
   * Gives a value.
   *
   * @param name of the component; behind a dot, of a component of a record in it
   * @param value of the component's type; any number for a number, and for everything its text as
   *     in a scenario, e.g. {@code 15min}, {@code volt-var}, {@code [1, 2]}
   * @return this
   */
  public Configured<C> with(String name, Object value) {
    given.put(name, value);
    return this;
  }

  /**
   * Builds it.
   *
   * @return the configuration
   * @throws powergrid.api.plugin.ConfigurationException if the record refuses the values
   * @throws IllegalArgumentException if a value is missing, cannot be read, or is given for what is
   *     no component
   */
  public C build() {
    RecordComponent[] components = type.getRecordComponents();
    Map<String, Object> left = new HashMap<>(given);
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i], left);
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(type.getName() + " has no component " + left.keySet());
    }
    try {
      Constructor<C> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be made", e);
    }
  }

  /** A component's value, taken from what is left of those given. */
  private Object value(RecordComponent component, Map<String, Object> left) {
    String name = component.getName();
    Field field = component.getAnnotation(Field.class);
    String unit = field == null ? "" : field.unit();
    Map<String, Object> inside = inside(name, left);
    Object value = left.remove(name);
    if (!inside.isEmpty()) {
      if (value != null || !component.getType().isRecord()) {
        throw new IllegalArgumentException(
            type.getName() + "." + name + " takes no values behind a dot: " + inside.keySet());
      }
      return made(component.getType().asSubclass(Record.class), inside);
    }
    if (value != null) {
      return WrittenValue.of(component.getGenericType(), value, unit, name);
    }
    return field != null && !field.value().isEmpty()
        ? WrittenValue.of(component.getGenericType(), field.value(), unit, name)
        : WrittenValue.absent(component);
  }

  private static Map<String, Object> inside(String name, Map<String, Object> left) {
    Map<String, Object> inside = new HashMap<>();
    String prefix = name + ".";
    for (String path : left.keySet().toArray(String[]::new)) {
      if (path.startsWith(prefix)) {
        inside.put(path.substring(prefix.length()), left.remove(path));
      }
    }
    return inside;
  }

  /** A record with some of its values. */
  static <R extends Record> R made(Class<R> type, Map<String, Object> values) {
    Configured<R> configured = of(type);
    values.forEach(configured::with);
    return configured.build();
  }
}
