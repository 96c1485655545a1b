package powergrid.testkit.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import powergrid.api.plugin.Field;

/** A component of a configuration, at any depth, and the configuration with another value in it. */
record Component(List<RecordComponent> path) {
  /** All components of a configuration; those of records in it where there are such records. */
  static List<Component> of(Record configuration) {
    List<Component> all = new ArrayList<>();
    collect(configuration, List.of(), all);
    return all;
  }

  private static void collect(Record record, List<RecordComponent> above, List<Component> all) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      List<RecordComponent> path = new ArrayList<>(above);
      path.add(component);
      all.add(new Component(List.copyOf(path)));
      if (value(record, component) instanceof Record inside) {
        collect(inside, path, all);
      }
    }
  }

  private RecordComponent last() {
    return path.get(path.size() - 1);
  }

  String name() {
    return String.join(".", path.stream().map(RecordComponent::getName).toList());
  }

  /** Null where it has none. */
  Field field() {
    return last().getAnnotation(Field.class);
  }

  boolean real() {
    return last().getType() == double.class;
  }

  boolean yesNo() {
    return last().getType() == boolean.class;
  }

  boolean number() {
    return real() || last().getType() == int.class || last().getType() == long.class;
  }

  /** Its value in a configuration, which must be a number. */
  double number(Record configuration) {
    Object value = configuration;
    for (RecordComponent component : path) {
      value = value((Record) value, component);
    }
    return ((Number) value).doubleValue();
  }

  boolean has(String name) {
    return last().getName().equals(name);
  }

  /** The configuration with another number; throws what its constructor throws. */
  Record with(Record configuration, double number) {
    return with(configuration, number, 0);
  }

  private Record with(Record record, double number, int depth) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(record, components[i]);
      if (components[i].getName().equals(path.get(depth).getName())) {
        values[i] =
            depth + 1 < path.size()
                ? with((Record) values[i], number, depth + 1)
                : boxed(types[i], number);
      }
    }
    try {
      Constructor<? extends Record> constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object boxed(Class<?> type, double number) {
    if (type == int.class) {
      return (int) number;
    }
    return type == long.class ? (Object) (long) number : (Object) number;
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
