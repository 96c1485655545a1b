package powergrid.testkit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;

/**
 * A record of numbers taken apart and put together again, as the workbench does with messages that
 * it saves and shows: of {@code double}, {@code int} and {@code boolean}. Reading and making
 * allocate nothing but what is made.
 */
public final class RecordNumbers {
  private static final MethodType READ = MethodType.methodType(double.class, Record.class);
  private static final MethodType MAKE = MethodType.methodType(Record.class, double[].class);

  private final Class<?> type;
  private final List<RecordComponent> components;
  private final MethodHandle[] readers;
  private final MethodHandle maker;
  private final int bytes;

  private RecordNumbers(Class<?> type) {
    this.type = type;
    components = List.of(type.getRecordComponents());
    readers = new MethodHandle[components.size()];
    Class<?>[] types = new Class<?>[components.size()];
    int size = 0;
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      for (int i = 0; i < types.length; i++) {
        types[i] = components.get(i).getType();
        size += size(components.get(i));
        readers[i] = reader(lookup, components.get(i));
      }
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      MethodHandle made = lookup.unreflectConstructor(canonical);
      for (int i = 0; i < types.length; i++) {
        made = types[i] == double.class ? made : fromDouble(lookup, made, i, types[i]);
      }
      maker = made.asSpreader(double[].class, types.length).asType(MAKE);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be read or made", e);
    }
    bytes = size;
  }

  /**
   * Takes a type apart.
   *
   * @param type a record's class
   * @return how it is read and made
   * @throws IllegalArgumentException if a component is anything but a {@code double}, {@code int}
   *     or {@code boolean}
   */
  public static RecordNumbers of(Class<?> type) {
    return new RecordNumbers(type);
  }

  private static int size(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == double.class) {
      return Double.BYTES;
    } else if (type == int.class) {
      return Integer.BYTES;
    } else if (type == boolean.class) {
      return 1;
    }
    throw new IllegalArgumentException(
        String.format(
            "%s.%s is a %s; a message is made of double, int and boolean",
            component.getDeclaringRecord().getSimpleName(),
            component.getName(),
            type.getSimpleName()));
  }

  private static MethodHandle reader(MethodHandles.Lookup lookup, RecordComponent component)
      throws ReflectiveOperationException {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    MethodHandle read = lookup.unreflect(accessor);
    if (component.getType() == boolean.class) {
      MethodType number = MethodType.methodType(double.class, boolean.class);
      read =
          MethodHandles.filterReturnValue(
              read, lookup.findStatic(RecordNumbers.class, "number", number));
    }
    return read.asType(READ);
  }

  private static MethodHandle fromDouble(
      MethodHandles.Lookup lookup, MethodHandle made, int at, Class<?> type)
      throws ReflectiveOperationException {
    MethodType from = MethodType.methodType(type, double.class);
    String name = type == int.class ? "whole" : "flag";
    return MethodHandles.filterArguments(
        made, at, lookup.findStatic(RecordNumbers.class, name, from));
  }

  @SuppressWarnings("unused") // by method handle
  private static double number(boolean flag) {
    return flag ? 1 : 0;
  }

  @SuppressWarnings("unused") // by method handle
  private static int whole(double number) {
    return (int) number;
  }

  @SuppressWarnings("unused") // by method handle
  private static boolean flag(double number) {
    return number != 0;
  }

  /**
   * Whose numbers.
   *
   * @return the record's class
   */
  public Class<?> type() {
    return type;
  }

  /**
   * Its components.
   *
   * @return in order
   */
  public List<RecordComponent> components() {
    return components;
  }

  /**
   * What it takes on the wire: 8, 4 and 1 for a {@code double}, an {@code int} and a {@code
   * boolean}.
   *
   * @return bytes
   */
  public int bytes() {
    return bytes;
  }

  /**
   * Reads a record.
   *
   * @param record of the type
   * @param to takes a number a component; a {@code boolean} is 0 or 1
   */
  public void read(Record record, double[] to) {
    try {
      for (int i = 0; i < readers.length; i++) {
        to[i] = (double) readers[i].invokeExact(record);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type.getName() + " cannot be read", e);
    }
  }

  /**
   * Makes a record.
   *
   * @param numbers as they were read
   * @return of the type
   */
  public Record make(double[] numbers) {
    try {
      return (Record) maker.invokeExact(numbers);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type.getName() + " cannot be made", e);
    }
  }

  /**
   * Makes the record that comes back from a snapshot.
   *
   * @param record of the type
   * @return another one of the same numbers
   */
  public Record copy(Record record) {
    double[] numbers = new double[readers.length];
    read(record, numbers);
    return make(numbers);
  }
}
