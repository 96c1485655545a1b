package powergrid.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import powergrid.api.plugin.Field;

/**
 * Builds a configuration as a scenario would: what is not given takes the default that its {@link
 * Field} names. For components that are numbers, booleans, text or enums.
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
   * @param name of the component
   * @param value of the component's type; any number for a number
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
   * @throws IllegalArgumentException if a value is missing, or given for what is no component
   */
  public C build() {
    RecordComponent[] components = type.getRecordComponents();
    Map<String, Object> left = new HashMap<>(given);
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      Object value = left.remove(component.getName());
      values[i] = value == null ? standard(component) : convert(types[i], value.toString(), value);
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(type.getName() + " has no component " + left.keySet());
    }
    try {
      Constructor<C> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " is not a public record", e);
    }
  }

  private Object standard(RecordComponent component) {
    Field field = component.getAnnotation(Field.class);
    if (field == null || (field.value().isEmpty() && !field.optional())) {
      throw new IllegalArgumentException(
          type.getName() + " needs a value for " + component.getName());
    }
    if (field.value().isEmpty()) {
      return component.getType() == double.class ? Double.NaN : null;
    }
    return convert(component.getType(), field.value(), field.value());
  }

  private static Object convert(Class<?> type, String text, Object value) {
    if (type == double.class) {
      return Double.valueOf(text);
    } else if (type == int.class) {
      return Integer.valueOf(text);
    } else if (type == boolean.class) {
      return Boolean.valueOf(text);
    }
    return value;
  }
}
